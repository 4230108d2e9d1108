"""Referrals and rounds of reports: who was asked what, and what they answered."""
