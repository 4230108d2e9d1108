BEGIN TRANSACTION;
CREATE TABLE absence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	told INTEGER DEFAULT '0' NOT NULL CHECK (told IN (0, 1)), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "absence" VALUES(1,1,0,2,'Britta Ek','M',1);
INSERT INTO "absence" VALUES(2,1,1,NULL,'Ida Östh','M',0);
CREATE TABLE addressee (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organisation_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL CHECK (name <> ''), 
	email TEXT, 
	address TEXT, 
	body_id INTEGER, 
	members TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
	FOREIGN KEY(body_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "addressee" VALUES(1,1,0,'Polisen','polisen@example.se','Box 1
701 00 Ekby',2,'[]');
INSERT INTO "addressee" VALUES(2,1,1,'Samtliga nämnder',NULL,NULL,NULL,'["Polisen"]');
CREATE TABLE agenda_act (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	act TEXT NOT NULL CHECK (act IN ('added', 'withdrawn', 'postponed', 'restored')), 
	proposed_by TEXT, 
	done_on TEXT, 
	done_at TEXT, 
	reason TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "agenda_act" VALUES(1,1,0,'added','Britta Ek','2026-11-11','08:30','Det brådskar.');
INSERT INTO "agenda_act" VALUES(2,1,1,'withdrawn',NULL,NULL,NULL,NULL);
CREATE TABLE answer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	referral_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	sender TEXT NOT NULL CHECK (sender <> ''), 
	date TEXT, 
	FOREIGN KEY(referral_id) REFERENCES referral (id)
)
 STRICT

;
INSERT INTO "answer" VALUES(1,1,0,'Polisen','2027-03-01');
INSERT INTO "answer" VALUES(2,1,1,'Ekbybostäder',NULL);
CREATE TABLE answer_text (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	answer_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(answer_id) REFERENCES answer (id)
)
 STRICT

;
INSERT INTO "answer_text" VALUES(1,1,0,'[{"p":"Inget saknas."}]');
INSERT INTO "answer_text" VALUES(2,1,1,'[{"p":"Ingenting."}]');
INSERT INTO "answer_text" VALUES(3,2,0,'[{"p":"Mycket saknas."}]');
CREATE TABLE appeal_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL CHECK (kind IN ('asked', 'none_filed', 'filed', 'too_late', 'dismissed', 'rejected', 'quashed', 'withdrawn')), 
	day TEXT NOT NULL, 
	court TEXT, 
	case_number TEXT, 
	"by" TEXT, 
	final INTEGER DEFAULT '0' NOT NULL CHECK (final IN (0, 1)), 
	note TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "appeal_step" VALUES(1,1,0,'asked','2026-12-08','Förvaltningsrätten i Ekby','1234-26','Tor Blom',0,'Per e-post');
INSERT INTO "appeal_step" VALUES(2,1,1,'none_filed','2026-12-10',NULL,NULL,NULL,1,NULL);
CREATE TABLE archived (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	archived_on TEXT NOT NULL, 
	name TEXT NOT NULL CHECK (name <> ''), 
	manifest TEXT CHECK (length(manifest) = 64), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT

;
INSERT INTO "archived" VALUES(1,1,'2026-12-30','ks-2026','dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd');
CREATE TABLE assignment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER, 
	meeting_id INTEGER, 
	body_id INTEGER, 
	position INTEGER NOT NULL, 
	"key" TEXT, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	text TEXT NOT NULL CHECK (text <> ''), 
	due TEXT, 
	status TEXT NOT NULL CHECK (status IN ('open', 'done', 'cancelled')), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(body_id) REFERENCES body (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "assignment" VALUES(1,1,NULL,NULL,0,'a1',4,'Tor Blom',NULL,'Följ upp.','2027-04-30','done');
INSERT INTO "assignment" VALUES(2,1,NULL,NULL,1,NULL,NULL,'Kultur- och fritidsnämnden','Nämnd','Räkna om.',NULL,'open');
INSERT INTO "assignment" VALUES(3,NULL,NULL,2,2,'a2',2,'Britta Ek','M','Kalla till nästa möte.',NULL,'open');
INSERT INTO "assignment" VALUES(4,NULL,1,NULL,3,NULL,3,'Cajsa Ål','MP','Skriv.',NULL,'open');
CREATE TABLE attachment (
	sha256 TEXT NOT NULL CHECK (length(sha256) = 64), 
	size INTEGER NOT NULL CHECK (size >= 0), 
	bytes BLOB NOT NULL, 
	PRIMARY KEY (sha256)
)
 STRICT

;
CREATE TABLE attendance (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	attends_as TEXT NOT NULL CHECK (attends_as IN ('member', 'serving_alternate', 'alternate', 'co_opted', 'staff_representative', 'official', 'guest', 'other')), 
	serves_for_person_id INTEGER, 
	serves_for_name TEXT, 
	serves_for_party TEXT, 
	title TEXT, 
	paragraphs TEXT, 
	remote INTEGER DEFAULT '0' NOT NULL CHECK (remote IN (0, 1)), 
	partly TEXT, 
	came_at TEXT, 
	went_at TEXT, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(serves_for_person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "attendance" VALUES(1,1,0,1,'Åke Öman','S','member',NULL,NULL,NULL,NULL,'70-74, 76-81',0,NULL,NULL,NULL);
INSERT INTO "attendance" VALUES(2,1,1,3,'Cajsa Ål','V','serving_alternate',2,'Britta Ek','M','Vice ordförande',NULL,1,'71','18:45','20:05');
INSERT INTO "attendance" VALUES(3,1,2,3,'Cajsa Ål','V','serving_alternate',1,'Åke Öman','S',NULL,'75',0,NULL,NULL,NULL);
INSERT INTO "attendance" VALUES(4,1,3,4,'Thor Blom','KD','official',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL);
CREATE TABLE attended_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	attendance_id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	FOREIGN KEY(attendance_id) REFERENCES attendance (id), 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "attended_item" VALUES(1,4,1);
INSERT INTO "attended_item" VALUES(2,4,2);
CREATE TABLE body (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	name TEXT NOT NULL CHECK (name <> ''), 
	short TEXT, 
	kind TEXT NOT NULL CHECK (kind IN ('assembly', 'committee', 'subcommittee', 'council', 'forum', 'group')), 
	parent_id INTEGER, 
	seats INTEGER CHECK (seats > 0), 
	purpose TEXT, 
	rules TEXT DEFAULT '{}' NOT NULL, 
	mandate TEXT, 
	review_date TEXT, 
	rotation TEXT DEFAULT '[]' NOT NULL, 
	rotation_from INTEGER, 
	chains TEXT DEFAULT '{}' NOT NULL, 
	absence_to TEXT, 
	distribution TEXT DEFAULT '[]' NOT NULL, 
	habits TEXT DEFAULT '{}' NOT NULL, 
	UNIQUE ("key"), 
	FOREIGN KEY(parent_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "body" VALUES(1,'kf','Kommunfullmäktige','KF','assembly',NULL,31,NULL,'{}',NULL,NULL,'[]',NULL,'{}',NULL,'[]','{}');
INSERT INTO "body" VALUES(2,'ks','Kommunstyrelsen','KS','committee',1,7,'Leder och samordnar.','{"alternates_may":["attend","speak"],"announced":false,"series":"term","summons_days":5}','Styrelsen bereder.
Den verkställer.','2027-03-31','["Ekby kommun","Region Ek"]',2024,'{"M":["KD"],"S":["V","MP"]}','Anmäl förhinder till kansliet.
0123-450 10','["Registrator <registrator@ekby.example>","Revisorerna <revisorer@ekby.example>"]','{"individual_apart":true,"order":["summary","decision","proposals","disqualification","quorum","documents","presenters","earlier","proposal","motions","proceedings","elections","divisions","not_taking_part","opinions","assignments","immediate","recipients"],"points":"that","titles":{"decision":"Styrelsen beslutar"},"votes":"appendix"}');
CREATE TABLE call_up (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	for_person_id INTEGER, 
	for_name TEXT, 
	for_party TEXT, 
	asked TEXT, 
	answer TEXT CHECK (answer IN ('yes', 'no')), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(for_person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "call_up" VALUES(1,1,0,3,'Cajsa Ål','V',2,'Britta Ek','M','2026-11-10','yes');
INSERT INTO "call_up" VALUES(2,1,1,NULL,'Ida Östh','M',2,'Britta Eklund','L',NULL,NULL);
CREATE TABLE candidate (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	election_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	votes INTEGER CHECK (votes >= 0), 
	elected INTEGER DEFAULT '0' NOT NULL CHECK (elected IN (0, 1)), 
	by_lot INTEGER DEFAULT '0' NOT NULL CHECK (by_lot IN (0, 1)), 
	FOREIGN KEY(election_id) REFERENCES election (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "candidate" VALUES(1,1,0,2,'Britta Ek','M',12,1,1);
INSERT INTO "candidate" VALUES(2,1,1,NULL,'Ida Östh','M',12,0,0);
CREATE TABLE chair_note (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	text TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
CREATE TABLE chairs_copy (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL CHECK (length(sha256) = 64), 
	base TEXT NOT NULL, 
	made_on TEXT NOT NULL, 
	made_at TEXT, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT

;
CREATE TABLE comment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	author TEXT NOT NULL CHECK (author <> ''), 
	text TEXT NOT NULL CHECK (text <> ''), 
	made_on TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "comment" VALUES(1,1,0,'Åke Öman','Hör polisen.','2026-11-05');
INSERT INTO "comment" VALUES(2,1,1,'Siv Lind','Klart.',NULL);
CREATE TABLE correction (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_id INTEGER, 
	made_on TEXT NOT NULL, 
	by_person_id INTEGER, 
	by_name TEXT, 
	by_party TEXT, 
	text TEXT DEFAULT '[]' NOT NULL, 
	because TEXT NOT NULL CHECK (because <> ''), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(by_person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "correction" VALUES(1,1,0,1,'2026-11-20',2,'Britta Ek','M','[{"p":"I § 70 ska det stå 12 000 kronor."}]','Skrivfel');
INSERT INTO "correction" VALUES(2,1,1,NULL,'2026-11-21',NULL,NULL,NULL,'[{"p":"Mötet slutade 18.30."}]','Fel tid');
CREATE TABLE delegated (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	body_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL CHECK (title <> ''), 
	registry_number TEXT, 
	decided_on TEXT, 
	decided_by TEXT, 
	basis TEXT, 
	urgent INTEGER DEFAULT '0' NOT NULL CHECK (urgent IN (0, 1)), 
	item_id INTEGER, 
	FOREIGN KEY(body_id) REFERENCES body (id), 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "delegated" VALUES(1,2,0,'Yttrande till länsstyrelsen','KS 2026/512','2026-11-02','Åke Öman','2.4',1,2);
INSERT INTO "delegated" VALUES(2,2,1,'Tillstånd till torghandel',NULL,NULL,NULL,NULL,0,NULL);
CREATE TABLE deviation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	rule TEXT NOT NULL CHECK (rule IN ('quorum', 'disqualified', 'return', 'remote', 'other')), 
	who_person_id INTEGER, 
	who_name TEXT, 
	who_party TEXT, 
	reason TEXT NOT NULL CHECK (reason <> ''), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(who_person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "deviation" VALUES(1,1,0,'quorum',NULL,NULL,NULL,'Mötet var inte beslutfört.');
INSERT INTO "deviation" VALUES(2,1,1,'disqualified',3,'Cajsa Ål','MP','Hon stannade.');
CREATE TABLE dispatch (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	recipient TEXT NOT NULL CHECK (recipient <> ''), 
	way TEXT NOT NULL CHECK (way IN ('mail', 'post', 'internal', 'handed')), 
	sent_on TEXT NOT NULL, 
	sent_at TEXT, 
	address TEXT, 
	body_id INTEGER, 
	"by" TEXT, 
	sha256 TEXT CHECK (length(sha256) = 64), 
	returned_on TEXT, 
	note TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(body_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "dispatch" VALUES(1,1,0,'Polisen','mail','2026-11-16','10:00','polisen@example.se',NULL,'Tor Blom','eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','2026-11-17','Full brevlåda');
INSERT INTO "dispatch" VALUES(2,1,1,'Kommunfullmäktige','internal','2026-11-16',NULL,NULL,2,NULL,NULL,NULL,NULL);
CREATE TABLE disqualification (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	ground TEXT, 
	raised_by TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "disqualification" VALUES(1,1,0,3,'Cajsa Ål','V','1','Åke Öman (S)');
INSERT INTO "disqualification" VALUES(2,1,1,NULL,'Ida Östh','M',NULL,NULL);
CREATE TABLE division (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	"key" TEXT, 
	question TEXT NOT NULL CHECK (question IN ('main', 'counter_proposal', 'refer_back', 'postpone')), 
	after_id INTEGER, 
	yes_means TEXT NOT NULL CHECK (yes_means <> ''), 
	no_means TEXT NOT NULL CHECK (no_means <> ''), 
	ballot_yes INTEGER CHECK (ballot_yes >= 0), 
	ballot_no INTEGER CHECK (ballot_no >= 0), 
	ballot_blank INTEGER CHECK (ballot_blank >= 0), 
	ballot_invalid INTEGER CHECK (ballot_invalid >= 0), 
	casting_vote TEXT CHECK (casting_vote IN ('yes', 'no', 'abstained', 'absent', 'not_taking_part')), 
	result TEXT, 
	put_id INTEGER, 
	yes_motion_id INTEGER, 
	no_motion_id INTEGER, 
	minority INTEGER DEFAULT '0' NOT NULL CHECK (minority IN (0, 1)), 
	lot TEXT CHECK (lot IN ('yes', 'no', 'abstained', 'absent', 'not_taking_part')), 
	asked_by TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(after_id) REFERENCES division (id), 
	FOREIGN KEY(put_id) REFERENCES put (id), 
	FOREIGN KEY(yes_motion_id) REFERENCES motion (id), 
	FOREIGN KEY(no_motion_id) REFERENCES motion (id)
)
 STRICT

;
INSERT INTO "division" VALUES(1,1,0,'d1','refer_back',NULL,'avgöras i dag','återremiss',NULL,NULL,NULL,NULL,'yes','Ärendet ska avgöras i dag.',1,1,2,1,'no','Britta Ek (M)');
INSERT INTO "division" VALUES(2,1,1,'d2','main',1,'bifall','avslag',5,2,1,3,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
CREATE TABLE document (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL CHECK (title <> ''), 
	sha256 TEXT CHECK (length(sha256) = 64), 
	media_type TEXT, 
	confidential INTEGER DEFAULT '0' NOT NULL CHECK (confidential IN (0, 1)), 
	number INTEGER CHECK (number > 0), 
	file_name TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "document" VALUES(1,1,0,'Tjänsteskrivelse',NULL,NULL,0,NULL,NULL);
INSERT INTO "document" VALUES(2,1,1,'Personakt','0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f','application/pdf',1,2,'personakt.pdf');
CREATE TABLE election (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	office TEXT NOT NULL CHECK (office <> ''), 
	seats INTEGER DEFAULT '1' NOT NULL CHECK (seats > 0), 
	method TEXT NOT NULL CHECK (method IN ('acclamation', 'ballot', 'proportional')), 
	blank INTEGER CHECK (blank >= 0), 
	invalid INTEGER CHECK (invalid >= 0), 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "election" VALUES(1,1,0,'Ledamot i valnämnden till och med den 31 december 2026',2,'ballot',1,2);
INSERT INTO "election" VALUES(2,1,1,'Ersättare i valnämnden',1,'acclamation',NULL,NULL);
CREATE TABLE entry (
	sequence INTEGER NOT NULL, 
	time TEXT NOT NULL, 
	who TEXT NOT NULL, 
	program TEXT NOT NULL, 
	schema INTEGER NOT NULL, 
	kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'migration')), 
	label TEXT NOT NULL, 
	step INTEGER NOT NULL, 
	reverses INTEGER, 
	barrier INTEGER NOT NULL CHECK (barrier IN (0, 1)), 
	payload TEXT, 
	digest BLOB NOT NULL, 
	hash BLOB NOT NULL, 
	PRIMARY KEY (sequence)
)
 STRICT

;
INSERT INTO "entry" VALUES(1,'2026-11-22T20:54:37.417+00:00','Test','0.1.0',6,'change','Create the file',1,NULL,1,'{"facts":{"file":"b452dd12-79b6-455a-b46e-98c1e39721f0"},"place":null,"rows":[]}',X'BED0FAB2096B5910BE0348AF6A743C27E97730457CDAC4938570CE183ADEE6B7',X'5447D2AE36DD84CB8103152968D26C2854F00334F422B16D182249BCF489009F');
INSERT INTO "entry" VALUES(2,'2026-11-22T20:54:37.673+00:00','Test','0.1.0',6,'change','Import a document',2,NULL,1,'{"facts":{},"place":null,"rows":[["+","organisation",1,{"address":"Torget 1\n123 45 Ekby","arms":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a","arms_say":"Ekby kommuns vapen","file_pattern":"{organ}-{datum}-{paragraf}","id":1,"language":"en","look":"{\"by_link\":true,\"colour\":\"#17616b\",\"foot\":\"Torget 1, 0123-450 00\",\"margin\":25,\"mirrored\":true,\"name\":\"Ekby\",\"party_first\":true,\"service\":\"starred\"}","name":"Ekby kommun","notice_board":"Anslagstavlan på www.ekby.example","number":"212000-0001","protocol_kept_at":"kommunkansliet","sought":"[\"skyddad\",\"diagnos\"]","time_stamp_server":"https://tidsstämpel.example.se","website":"www.ekby.example"}],["+","body",1,{"absence_to":null,"chains":"{}","distribution":"[]","habits":"{}","id":1,"key":"kf","kind":"assembly","mandate":null,"name":"Kommunfullmäktige","parent_id":null,"purpose":null,"review_date":null,"rotation":"[]","rotation_from":null,"rules":"{}","seats":31,"short":"KF"}],["+","body",2,{"absence_to":"Anmäl förhinder till kansliet.\n0123-450 10","chains":"{\"M\":[\"KD\"],\"S\":[\"V\",\"MP\"]}","distribution":"[\"Registrator <registrator@ekby.example>\",\"Revisorerna <revisorer@ekby.example>\"]","habits":"{\"individual_apart\":true,\"order\":[\"summary\",\"decision\",\"proposals\",\"disqualification\",\"quorum\",\"documents\",\"presenters\",\"earlier\",\"proposal\",\"motions\",\"proceedings\",\"elections\",\"divisions\",\"not_taking_part\",\"opinions\",\"assignments\",\"immediate\",\"recipients\"],\"points\":\"that\",\"titles\":{\"decision\":\"Styrelsen beslutar\"},\"votes\":\"appendix\"}","id":2,"key":"ks","kind":"committee","mandate":"Styrelsen bereder.\nDen verkställer.","name":"Kommunstyrelsen","parent_id":null,"purpose":"Leder och samordnar.","review_date":"2027-03-31","rotation":"[\"Ekby kommun\",\"Region Ek\"]","rotation_from":2024,"rules":"{\"alternates_may\":[\"attend\",\"speak\"],\"announced\":false,\"series\":\"term\",\"summons_days\":5}","seats":7,"short":"KS"}],["~","body",2,{"parent_id":[null,1]}],["+","person",1,{"address":null,"email":null,"id":1,"key":"oman","name":"Åke Öman","organisation":null,"party":"S","phone":null,"title":null}],["+","person",2,{"address":"Strandvägen 2\n123 46 Ekby","email":"britta.ek@ekby.example","id":2,"key":"ek","name":"Britta Ek","organisation":"Ekby kommun","party":"M","phone":"070-000 00 01","title":"Kommunalråd"}],["+","person",3,{"address":null,"email":null,"id":3,"key":"al","name":"Cajsa Ål","organisation":null,"party":"V","phone":null,"title":null}],["+","person",4,{"address":null,"email":null,"id":4,"key":"blom","name":"Tor Blom","organisation":null,"party":null,"phone":null,"title":"Kommundirektör"}],["+","meeting_type",1,{"body_id":2,"id":1,"name":"Ordinarie","per_year":10,"position":0}],["+","invited",1,{"body_id":null,"id":1,"meeting_type_id":1,"name":null,"person_id":4,"position":0}],["+","invited",2,{"body_id":1,"id":2,"meeting_type_id":1,"name":null,"person_id":null,"position":1}],["+","invited",3,{"body_id":null,"id":3,"meeting_type_id":1,"name":"Revisorerna","person_id":null,"position":2}],["+","meeting_type",2,{"body_id":2,"id":2,"name":"Budgetdialog","per_year":null,"position":1}],["+","seat",1,{"alternate_for_id":null,"body_id":2,"call_order":1,"from_date":null,"id":1,"note":null,"party":"S","person_id":1,"position":0,"represents":null,"rights":"[]","role":"chair","to_date":null}],["+","seat",2,{"alternate_for_id":2,"body_id":2,"call_order":2,"from_date":"2023-01-01","id":2,"note":null,"party":null,"person_id":3,"position":1,"represents":"Ekby landsbygd","rights":"[]","role":"alternate","to_date":"2026-12-31"}],["+","seat",3,{"alternate_for_id":null,"body_id":2,"call_order":null,"from_date":null,"id":3,"note":null,"party":null,"person_id":null,"position":2,"represents":null,"rights":"[]","role":"member","to_date":null}],["+","seat",4,{"alternate_for_id":null,"body_id":2,"call_order":null,"from_date":null,"id":4,"note":"Fyllnadsval efter Finn Ask.","party":"M","person_id":2,"position":3,"represents":null,"rights":"[\"speak\",\"note\"]","role":"member","to_date":null}],["+","stand_in",1,{"id":1,"person_id":3,"position":0,"seat_id":4}],["+","stand_in",2,{"id":2,"person_id":1,"position":1,"seat_id":4}],["+","seat",5,{"alternate_for_id":null,"body_id":2,"call_order":null,"from_date":null,"id":5,"note":null,"party":null,"person_id":4,"position":4,"represents":null,"rights":"[]","role":"staff_representative","to_date":null}],["+","matter",1,{"body_id":1,"closed":"2026-12-21","closed_because":"Avskriven.","id":1,"key":"trygghet","registry_number":"KS 2026/503","submission_by":"Britta Ek (M)","submission_date":"2026-03-03","submission_kind":"member_motion","title":"Trygghetsprogram"}],["+","matter",2,{"body_id":null,"closed":null,"closed_because":null,"id":2,"key":"budget","registry_number":null,"submission_by":null,"submission_date":null,"submission_kind":null,"title":"Budget 2027"}],["+","meeting_pattern",1,{"body_id":2,"first":null,"id":1,"meeting_type_id":1,"months":"[1,2]","moves":"earlier","nth":"[1,-1]","place":"Sessionssalen","position":0,"starts":"13:00","weekday":1,"weeks":null}],["+","meeting_pattern",2,{"body_id":2,"first":"2027-01-08","id":2,"meeting_type_id":null,"months":"[]","moves":"later","nth":"[]","place":null,"position":1,"starts":null,"weekday":4,"weeks":6}],["+","standing_item",1,{"body_id":2,"closing":0,"id":1,"kind":"procedure","meeting_type_id":null,"minutes":5,"months":"[]","position":0,"presenters":"[]","proposal":"[]","source":null,"title":"Upprop"}],["+","standing_item",2,{"body_id":2,"closing":1,"id":2,"kind":"decision","meeting_type_id":2,"minutes":null,"months":"[2,11]","position":1,"presenters":"[\"Tor Blom\"]","proposal":"[{\"p\":\"Planen antas.\"}]","source":"KL 6 kap. 6 §","title":"Internkontroll"}],["+","phrase",1,{"body_id":2,"id":1,"position":0,"short":"uppd","text":"[{\"p\":\"<Organ> uppdras att\"}]"}],["+","phrase",2,{"body_id":2,"id":2,"position":1,"short":"bif","text":"[{\"p\":\"Förslaget bifalls.\"}]"}],["+","first_number",1,{"body_id":2,"id":1,"number":57,"year":2026}],["+","first_number",2,{"body_id":2,"id":2,"number":3,"year":2027}],["+","phrase",3,{"body_id":null,"id":3,"position":0,"short":"tack","text":"[{\"p\":\"Ordföranden tackar <vem>.\"}]"}],["+","phrase",4,{"body_id":null,"id":4,"position":1,"short":"ajo","text":"[{\"p\":\"Sammanträdet ajourneras.\"}]"}],["+","own_word",1,{"id":1,"organisation_id":1,"word":"Ekbybostäder"}],["+","own_word",2,{"id":2,"organisation_id":1,"word":"medborgarlöfte"}],["+","addressee",1,{"address":"Box 1\n701 00 Ekby","body_id":2,"email":"polisen@example.se","id":1,"members":"[]","name":"Polisen","organisation_id":1,"position":0}],["+","addressee",2,{"address":null,"body_id":null,"email":null,"id":2,"members":"[\"Polisen\"]","name":"Samtliga nämnder","organisation_id":1,"position":1}],["+","trusted_issuer",1,{"accepted_by":"Tor Blom","accepted_on":"2026-11-01","id":1,"name":"Ekby CA","organisation_id":1,"position":0,"sha256":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"}],["+","trusted_issuer",2,{"accepted_by":null,"accepted_on":null,"id":2,"name":"Annan CA","organisation_id":1,"position":1,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"}],["+","meeting",1,{"announced_on":"2026-11-04","as_verified":"{\"body\":{\"habits\":{},\"name\":\"Kommunstyrelsen\",\"short\":\"KS\"},\"organisation\":{\"address\":null,\"arms\":null,\"language\":\"sv\",\"look\":{\"margin\":22},\"name\":\"Ekby kommun\",\"notice_board\":\"https://ekby.se/anslag\",\"number\":null,\"protocol_kept_at\":null,\"website\":null}}","body_id":2,"calendar_sequence":3,"calendar_uid":"ks-2026-11-12@ekby.example","cancelled_because":"Storm.","cancelled_on":"2026-11-11","chair_name":"Åke Öman","chair_party":"S","chair_person_id":1,"comments_by":"2026-11-21","date":"2026-11-12","doors":"open","draft_sent":"2026-11-14","end_date":"2026-11-13","ends":"00:15","id":1,"meeting_type_id":1,"minuted":"70-81","notes_sent":"2026-11-14","opened":"18:32","papers_due":"2026-11-01","place":"Stora salen","rules":"{}","secretary_name":"Siv Lind","secretary_party":"S","secretary_person_id":null,"stage":"closed","starts":"18:30"}],["+","recess",1,{"adjourned":1,"after_item_id":null,"ends":"19:45","ends_on":"2026-11-13","id":1,"meeting_id":1,"starts":"19:30"}],["+","recess",2,{"adjourned":0,"after_item_id":null,"ends":null,"ends_on":null,"id":2,"meeting_id":1,"starts":"21:00"}],["+","item",1,{"appeal":"legality","confidential":1,"decision":"[{\"points\":[\"Programmet skickas på remiss.\",\"Paragrafen justeras omedelbart.\"]}]","doors":"closed","earlier":"[{\"p\":\"Bordlagt den 8 oktober 2026, § 61.\"}]","exercise_of_authority":1,"id":1,"key":"trygghet","kind":"decision","matter_id":1,"meeting_id":1,"minutes":20,"number":70,"order_approved":1,"origin":"assignment","origin_assignment_id":null,"origin_item_id":null,"outcome":"decided","position":0,"presenters":"[\"Tor Blom\",\"Siv Lind\"]","proceedings":"[{\"p\":\"Ordföranden ställer förslagen mot varandra.\"}]","proposal":"[{\"p\":\"Förslaget godkänns.\"}]","public_title":"Individärende","registry_number":"KS 2026/504","secrecy":"26 kap. 1 § OSL","standing_item_id":2,"starts":"18:45","summary":"[{\"p\":[\"Programmet \",{\"b\":\"ersätter\"},\" det \",{\"i\":\"äldre\"},{\"b\":{\"i\":\".\"}},{\"m\":\" Ida Östh\"},{\"b\":{\"i\":{\"m\":\"!\"}}}]},{\"bullets\":[\"ett\",\"två\"]},{\"table\":[[\"År\",\"Kronor\"],[\"2027\",\"1 250 000\"]]}]","title":"Trygghetsprogram <b>& annat</b>","unnumbered":0,"verified_immediately":1}],["+","document",1,{"confidential":0,"file_name":null,"id":1,"item_id":1,"media_type":null,"number":null,"position":0,"sha256":null,"title":"Tjänsteskrivelse"}],["+","document",2,{"confidential":1,"file_name":"personakt.pdf","id":2,"item_id":1,"media_type":"application/pdf","number":2,"position":1,"sha256":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","title":"Personakt"}],["+","recipient",1,{"id":1,"item_id":1,"name":"Polisen","position":0}],["+","recipient",2,{"id":2,"item_id":1,"name":"Akten","position":1}],["+","proposal",1,{"body_id":1,"body_name":"Kommunfullmäktige","decision":"[{\"points\":[\"Programmet antas.\"]}]","id":1,"item_id":1,"position":0}],["+","proposal",2,{"body_id":null,"body_name":"Ekby landstings nämnd","decision":"[{\"p\":\"Antecknas.\"}]","id":2,"item_id":1,"position":1}],["+","motion",1,{"asks":"approve","id":1,"in_writing":1,"instead_of_id":null,"item_id":1,"kept":1,"key":"m1","noted_at":"18:41","position":0,"text":"[{\"p\":\"förslaget\"}]","withdrawn":0}],["+","mover",1,{"id":1,"motion_id":1,"name":"Åke Öman","party":"S","person_id":1,"position":0}],["+","motion",2,{"asks":"refer_back","id":2,"in_writing":0,"instead_of_id":null,"item_id":1,"kept":0,"key":"m2","noted_at":null,"position":1,"text":"[{\"p\":\"för ny kostnadsberäkning\"}]","withdrawn":1}],["+","mover",2,{"id":2,"motion_id":2,"name":"Britta Ek","party":"M","person_id":2,"position":0}],["+","mover",3,{"id":3,"motion_id":2,"name":"Finn Ask","party":"SD","person_id":null,"position":1}],["+","motion",3,{"asks":"reject","id":3,"in_writing":0,"instead_of_id":null,"item_id":1,"kept":0,"key":null,"noted_at":null,"position":2,"text":"[]","withdrawn":0}],["+","motion",4,{"asks":"approve","id":4,"in_writing":0,"instead_of_id":null,"item_id":1,"kept":0,"key":null,"noted_at":null,"position":3,"text":"[]","withdrawn":0}],["+","mover",4,{"id":4,"motion_id":4,"name":"V","party":"V","person_id":null,"position":0}],["~","motion",3,{"instead_of_id":[null,1]}],["+","put",1,{"adopted":"rejected","id":1,"item_id":1,"motion_id":2,"position":0,"puts":"refer_back"}],["+","put",2,{"adopted":"motion","id":2,"item_id":1,"motion_id":1,"position":1,"puts":"main"}],["+","division",1,{"after_id":null,"asked_by":"Britta Ek (M)","ballot_blank":null,"ballot_invalid":null,"ballot_no":null,"ballot_yes":null,"casting_vote":"yes","id":1,"item_id":1,"key":"d1","lot":"no","minority":1,"no_means":"återremiss","no_motion_id":2,"position":0,"put_id":1,"question":"refer_back","result":"Ärendet ska avgöras i dag.","yes_means":"avgöras i dag","yes_motion_id":1}],["+","vote",1,{"answer":"yes","division_id":1,"id":1,"name":"Åke Öman","party":"S","person_id":1,"position":0}],["+","vote",2,{"answer":"no","division_id":1,"id":2,"name":"Britta Ek","party":"L","person_id":2,"position":1}],["+","division",2,{"after_id":1,"asked_by":null,"ballot_blank":1,"ballot_invalid":3,"ballot_no":2,"ballot_yes":5,"casting_vote":null,"id":2,"item_id":1,"key":"d2","lot":null,"minority":0,"no_means":"avslag","no_motion_id":null,"position":1,"put_id":null,"question":"main","result":null,"yes_means":"bifall","yes_motion_id":null}],["+","election",1,{"blank":1,"id":1,"invalid":2,"item_id":1,"method":"ballot","office":"Ledamot i valnämnden till och med den 31 december 2026","position":0,"seats":2}],["+","candidate",1,{"by_lot":1,"elected":1,"election_id":1,"id":1,"name":"Britta Ek","party":"M","person_id":2,"position":0,"votes":12}],["+","candidate",2,{"by_lot":0,"elected":0,"election_id":1,"id":2,"name":"Ida Östh","party":"M","person_id":null,"position":1,"votes":12}],["+","election",2,{"blank":null,"id":2,"invalid":null,"item_id":1,"method":"acclamation","office":"Ersättare i valnämnden","position":1,"seats":1}],["+","opinion",1,{"appendix":1,"awaited":1,"id":1,"item_id":1,"kind":"reservation","lapsed":1,"lodged_at":"20:15","lodged_on":"2026-11-12","motion_id":2,"position":0,"text":"[{\"p\":\"Mot beslutet.\"}]"}],["+","opinion_by",1,{"id":1,"name":"Britta Ek","opinion_id":1,"party":"M","person_id":2,"position":0}],["+","opinion_by",2,{"id":2,"name":"Finn Ask","opinion_id":1,"party":"SD","person_id":null,"position":1}],["+","opinion",2,{"appendix":0,"awaited":0,"id":2,"item_id":1,"kind":"statement","lapsed":0,"lodged_at":null,"lodged_on":null,"motion_id":null,"position":1,"text":"[{\"p\":\"Ett yttrande.\"}]"}],["+","opinion_by",3,{"id":3,"name":"Cajsa Ål","opinion_id":2,"party":"V","person_id":3,"position":0}],["+","opinion",3,{"appendix":0,"awaited":0,"id":3,"item_id":1,"kind":"note","lapsed":0,"lodged_at":null,"lodged_on":null,"motion_id":null,"position":2,"text":"[{\"p\":\"En.\"}]"}],["+","opinion_by",4,{"id":4,"name":"Åke Öman","opinion_id":3,"party":"S","person_id":1,"position":0}],["+","own_text",1,{"id":1,"item_id":1,"part":"proceedings","text":"[]"}],["+","said",1,{"id":1,"key":"put 1","own_text_id":1,"position":0,"words":"[{\"p\":\"Ordföranden frågar om ärendet ska avgöras i dag.\"}]"}],["+","said",2,{"id":2,"key":"put 1 division 1 result","own_text_id":1,"position":1,"words":"[{\"p\":\"Nej.\"}]"}],["+","said",3,{"id":3,"key":"recess 2","own_text_id":1,"position":2,"words":"[{\"p\":\"Paus.\"}]"}],["+","said",4,{"id":4,"key":"motion ?1","own_text_id":1,"position":3,"words":"[{\"p\":\"Borta.\"}]"}],["+","own_text",2,{"id":2,"item_id":1,"part":"motions","text":"[{\"p\":\"Britta Ek (M) yrkar återremiss.\"}]"}],["+","disqualification",1,{"ground":"1","id":1,"item_id":1,"name":"Cajsa Ål","party":"V","person_id":3,"position":0,"raised_by":"Åke Öman (S)"}],["+","disqualification",2,{"ground":null,"id":2,"item_id":1,"name":"Ida Östh","party":"M","person_id":null,"position":1,"raised_by":null}],["+","deviation",1,{"id":1,"item_id":1,"position":0,"reason":"Mötet var inte beslutfört.","rule":"quorum","who_name":null,"who_party":null,"who_person_id":null}],["+","deviation",2,{"id":2,"item_id":1,"position":1,"reason":"Hon stannade.","rule":"disqualified","who_name":"Cajsa Ål","who_party":"MP","who_person_id":3}],["+","not_taking_part",1,{"id":1,"item_id":1,"name":"Britta Ek","party":"M","person_id":2,"position":0}],["+","not_taking_part",2,{"id":2,"item_id":1,"name":"Ida Östh","party":"M","person_id":null,"position":1}],["+","assignment",1,{"body_id":null,"due":"2027-04-30","id":1,"item_id":1,"key":"a1","meeting_id":null,"name":"Tor Blom","party":null,"person_id":4,"position":0,"status":"done","text":"Följ upp."}],["+","report",1,{"assignment_id":1,"date":"2027-04-29","id":1,"text":"[{\"p\":\"Gjort.\"}]"}],["+","report",2,{"assignment_id":1,"date":"2027-04-30","id":2,"text":"[{\"p\":\"Klart.\"}]"}],["+","assignment",2,{"body_id":null,"due":null,"id":2,"item_id":1,"key":null,"meeting_id":null,"name":"Kultur- och fritidsnämnden","party":"Nämnd","person_id":null,"position":1,"status":"open","text":"Räkna om."}],["+","referral",1,{"due":"2027-04-30","id":1,"item_id":1,"questions":"[\"Vad saknas?\",\"Vad kostar det?\"]","referees":"[\"Polisen\",\"Ekbybostäder\"]","title":"Remiss av trygghetsprogram"}],["+","answer",1,{"date":"2027-03-01","id":1,"position":0,"referral_id":1,"sender":"Polisen"}],["+","answer_text",1,{"answer_id":1,"id":1,"position":0,"text":"[{\"p\":\"Inget saknas.\"}]"}],["+","answer_text",2,{"answer_id":1,"id":2,"position":1,"text":"[{\"p\":\"Ingenting.\"}]"}],["+","answer",2,{"date":null,"id":2,"position":1,"referral_id":1,"sender":"Ekbybostäder"}],["+","answer_text",3,{"answer_id":2,"id":3,"position":0,"text":"[{\"p\":\"Mycket saknas.\"}]"}],["+","agenda_act",1,{"act":"added","done_at":"08:30","done_on":"2026-11-11","id":1,"item_id":1,"position":0,"proposed_by":"Britta Ek","reason":"Det brådskar."}],["+","agenda_act",2,{"act":"withdrawn","done_at":null,"done_on":null,"id":2,"item_id":1,"position":1,"proposed_by":null,"reason":null}],["+","paper",1,{"approved":"2026-11-04","approved_by":"Tor Blom","arrived":"2026-11-03","due":"2026-11-02","id":1,"item_id":1,"position":0,"sender":"Ekonomi","title":"Kostnadsberäkning"}],["+","paper",2,{"approved":null,"approved_by":null,"arrived":null,"due":null,"id":2,"item_id":1,"position":1,"sender":null,"title":"Karta"}],["+","comment",1,{"author":"Åke Öman","id":1,"item_id":1,"made_on":"2026-11-05","position":0,"text":"Hör polisen."}],["+","comment",2,{"author":"Siv Lind","id":2,"item_id":1,"made_on":null,"position":1,"text":"Klart."}],["+","speaker",1,{"id":1,"item_id":1,"name":"Britta Ek","party":"M","person_id":2,"position":0,"reply":0,"seconds":90}],["+","speaker",2,{"id":2,"item_id":1,"name":"Cajsa Ål","party":"MP","person_id":3,"position":1,"reply":1,"seconds":null}],["+","appeal_step",1,{"by":"Tor Blom","case_number":"1234-26","court":"Förvaltningsrätten i Ekby","day":"2026-12-08","final":0,"id":1,"item_id":1,"kind":"asked","note":"Per e-post","position":0}],["+","appeal_step",2,{"by":null,"case_number":null,"court":null,"day":"2026-12-10","final":1,"id":2,"item_id":1,"kind":"none_filed","note":null,"position":1}],["+","receipt",1,{"how":"delgivningskvitto","id":1,"item_id":1,"name":"Ida Östh","party":null,"person_id":null,"position":0,"received_on":"2026-11-20"}],["+","receipt",2,{"how":null,"id":2,"item_id":1,"name":"Britta Ek","party":"M","person_id":2,"position":1,"received_on":"2026-11-21"}],["+","dispatch",1,{"address":"polisen@example.se","body_id":null,"by":"Tor Blom","id":1,"item_id":1,"note":"Full brevlåda","position":0,"recipient":"Polisen","returned_on":"2026-11-17","sent_at":"10:00","sent_on":"2026-11-16","sha256":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","way":"mail"}],["+","dispatch",2,{"address":null,"body_id":2,"by":null,"id":2,"item_id":1,"note":null,"position":1,"recipient":"Kommunfullmäktige","returned_on":null,"sent_at":null,"sent_on":"2026-11-16","sha256":null,"way":"internal"}],["+","item",2,{"appeal":null,"confidential":0,"decision":"[]","doors":null,"earlier":"[]","exercise_of_authority":0,"id":2,"key":"budget","kind":null,"matter_id":2,"meeting_id":1,"minutes":null,"number":71,"order_approved":0,"origin":null,"origin_assignment_id":null,"origin_item_id":null,"outcome":null,"position":1,"presenters":"[]","proceedings":"[]","proposal":"[]","public_title":null,"registry_number":null,"secrecy":null,"standing_item_id":null,"starts":null,"summary":"[]","title":"Budget 2027","unnumbered":0,"verified_immediately":0}],["+","item",3,{"appeal":null,"confidential":0,"decision":"[]","doors":null,"earlier":"[]","exercise_of_authority":0,"id":3,"key":null,"kind":null,"matter_id":null,"meeting_id":1,"minutes":null,"number":null,"order_approved":0,"origin":null,"origin_assignment_id":null,"origin_item_id":null,"outcome":null,"position":2,"presenters":"[]","proceedings":"[]","proposal":"[]","public_title":null,"registry_number":null,"secrecy":null,"standing_item_id":null,"starts":null,"summary":"[]","title":"Paus för kaffe","unnumbered":1,"verified_immediately":0}],["~","recess",1,{"after_item_id":[null,2]}],["+","call_up",1,{"answer":"yes","asked":"2026-11-10","for_name":"Britta Ek","for_party":"M","for_person_id":2,"id":1,"meeting_id":1,"name":"Cajsa Ål","party":"V","person_id":3,"position":0}],["+","call_up",2,{"answer":null,"asked":null,"for_name":"Britta Eklund","for_party":"L","for_person_id":2,"id":2,"meeting_id":1,"name":"Ida Östh","party":"M","person_id":null,"position":1}],["+","attendance",1,{"attends_as":"member","came_at":null,"id":1,"meeting_id":1,"name":"Åke Öman","paragraphs":"70-74, 76-81","partly":null,"party":"S","person_id":1,"position":0,"remote":0,"serves_for_name":null,"serves_for_party":null,"serves_for_person_id":null,"title":null,"went_at":null}],["+","attendance",2,{"attends_as":"serving_alternate","came_at":"18:45","id":2,"meeting_id":1,"name":"Cajsa Ål","paragraphs":null,"partly":"71","party":"V","person_id":3,"position":1,"remote":1,"serves_for_name":"Britta Ek","serves_for_party":"M","serves_for_person_id":2,"title":"Vice ordförande","went_at":"20:05"}],["+","attendance",3,{"attends_as":"serving_alternate","came_at":null,"id":3,"meeting_id":1,"name":"Cajsa Ål","paragraphs":"75","partly":null,"party":"V","person_id":3,"position":2,"remote":0,"serves_for_name":"Åke Öman","serves_for_party":"S","serves_for_person_id":1,"title":null,"went_at":null}],["+","attendance",4,{"attends_as":"official","came_at":null,"id":4,"meeting_id":1,"name":"Thor Blom","paragraphs":null,"partly":null,"party":"KD","person_id":4,"position":3,"remote":0,"serves_for_name":null,"serves_for_party":null,"serves_for_person_id":null,"title":null,"went_at":null}],["+","attended_item",1,{"attendance_id":4,"id":1,"item_id":1}],["+","attended_item",2,{"attendance_id":4,"id":2,"item_id":2}],["+","absence",1,{"id":1,"meeting_id":1,"name":"Britta Ek","party":"M","person_id":2,"position":0,"told":1}],["+","absence",2,{"id":2,"meeting_id":1,"name":"Ida Östh","party":"M","person_id":null,"position":1,"told":0}],["+","verification",1,{"control":"412-9f2c 41d0","correction_id":null,"date":"2026-11-13","id":1,"immediate":1,"meeting_id":1,"moved_because":"Justerarna var inte eniga","moved_to":"2026-12-01","paragraphs":"70","place":"Kommunkansliet","position":0,"ready_on":"2026-11-13","time":"09:00","withdrawn_and_by":null,"withdrawn_because":null,"withdrawn_by":null,"withdrawn_on":null}],["+","verifier",1,{"id":1,"name":"Britta Ek","party":"M","person_id":2,"position":0,"verification_id":1}],["+","verifier",2,{"id":2,"name":"Finn Ask","party":"SD","person_id":null,"position":1,"verification_id":1}],["+","signer",1,{"id":1,"name":"Britta Ek","party":"M","person_id":2,"position":0,"verification_id":1}],["+","signer",2,{"id":2,"name":"Finn Ask","party":"SD","person_id":null,"position":1,"verification_id":1}],["+","signing",1,{"accepted_by":null,"accepted_on":null,"begun_at":"09:10","begun_on":"2026-11-13","ended":"to_pen","ended_because":"Finn Ask har ingen e-legitimation","ended_on":"2026-11-13","id":1,"original":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","position":0,"report":"[]","returned":null,"returned_type":null,"verdict":null,"verification_id":1,"way":"service"}],["+","signing",2,{"accepted_by":"Tor Blom","accepted_on":"2026-11-14","begun_at":"09:30","begun_on":"2026-11-13","ended":"signed","ended_because":null,"ended_on":null,"id":2,"original":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","position":1,"report":"[{\"p\":\"Alla har skrivit under.\"}]","returned":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","returned_type":"application/pdf","verdict":"repackaged","verification_id":1,"way":"pen"}],["+","signature",1,{"certificate":"Britta Ek","field":"sign_1","fingerprint":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","id":1,"issuer":"Ekby CA","name":"Britta Ek","paragraphs":"70","party":"M","person_id":2,"position":0,"signed_at":"09:31","signed_on":"2026-11-13","signing_id":2,"signs_as":"chair","time_stamped":1}],["+","signature",2,{"certificate":null,"field":null,"fingerprint":null,"id":2,"issuer":null,"name":"Finn Ask","paragraphs":null,"party":"SD","person_id":null,"position":1,"signed_at":null,"signed_on":"2026-11-13","signing_id":2,"signs_as":"verifier","time_stamped":0}],["+","verification",2,{"control":null,"correction_id":null,"date":null,"id":2,"immediate":0,"meeting_id":1,"moved_because":null,"moved_to":null,"paragraphs":"71-81","place":null,"position":1,"ready_on":null,"time":null,"withdrawn_and_by":null,"withdrawn_because":null,"withdrawn_by":null,"withdrawn_on":null}],["+","verifier",3,{"id":3,"name":"Britta Ek","party":"M","person_id":2,"position":0,"verification_id":2}],["+","verification",3,{"control":null,"correction_id":null,"date":null,"id":3,"immediate":0,"meeting_id":1,"moved_because":null,"moved_to":null,"paragraphs":"71","place":null,"position":2,"ready_on":null,"time":null,"withdrawn_and_by":"Britta Ek","withdrawn_because":"Fel sammanträde","withdrawn_by":"Tor Blom","withdrawn_on":"2026-11-15"}],["+","notice",1,{"board":"https://ekby.se/anslagstavla","flawed":"Fel datum","id":1,"kept_at":"kansliet","last_day":"2026-12-04","meeting_id":1,"paragraphs":"70","position":0,"posted":"2026-11-13","removed":"2026-12-08","replaces_id":null,"signed_by_name":"Tor Blom","signed_by_party":"C","signed_by_person_id":4,"verification_id":1}],["+","notice",2,{"board":null,"flawed":null,"id":2,"kept_at":null,"last_day":null,"meeting_id":1,"paragraphs":"71-81","position":1,"posted":null,"removed":null,"replaces_id":1,"signed_by_name":null,"signed_by_party":null,"signed_by_person_id":null,"verification_id":2}],["+","correction",1,{"because":"Skrivfel","by_name":"Britta Ek","by_party":"M","by_person_id":2,"id":1,"item_id":1,"made_on":"2026-11-20","meeting_id":1,"position":0,"text":"[{\"p\":\"I § 70 ska det stå 12 000 kronor.\"}]"}],["+","verification",4,{"control":null,"correction_id":1,"date":"2026-11-20","id":4,"immediate":0,"meeting_id":1,"moved_because":null,"moved_to":null,"paragraphs":null,"place":null,"position":3,"ready_on":null,"time":null,"withdrawn_and_by":null,"withdrawn_because":null,"withdrawn_by":null,"withdrawn_on":null}],["+","verifier",4,{"id":4,"name":"Britta Ek","party":"M","person_id":2,"position":0,"verification_id":4}],["+","signer",3,{"id":3,"name":"Britta Ek","party":"M","person_id":2,"position":0,"verification_id":4}],["+","correction",2,{"because":"Fel tid","by_name":null,"by_party":null,"by_person_id":null,"id":2,"item_id":null,"made_on":"2026-11-21","meeting_id":1,"position":1,"text":"[{\"p\":\"Mötet slutade 18.30.\"}]"}],["+","archived",1,{"archived_on":"2026-12-30","id":1,"manifest":"dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd","meeting_id":1,"name":"ks-2026"}],["+","objection",1,{"dissent":1,"id":1,"item_id":1,"lodged_on":"2026-11-15","meeting_id":1,"name":"Cajsa Ål","party":"V","person_id":3,"position":0,"settled":"Texten ändrades","text":"[{\"p\":\"Jag sade inte så.\"}]"}],["+","objection",2,{"dissent":0,"id":2,"item_id":null,"lodged_on":null,"meeting_id":1,"name":"Ida Östh","party":"M","person_id":null,"position":1,"settled":null,"text":"[{\"p\":\"Datumet är fel.\"}]"}],["+","group_meeting",1,{"date":"2026-11-11","id":1,"meeting_id":1,"name":"Majoriteten","place":"Lilla salen","position":0,"starts":"16:00"}],["+","group_meeting",2,{"date":null,"id":2,"meeting_id":1,"name":"Oppositionen","place":null,"position":1,"starts":null}],["+","sending",1,{"id":1,"late_because":"Helgen.","meeting_date":"2026-11-12","meeting_id":1,"meeting_starts":"18:00","number":0,"place":"Lilla salen","position":0,"sent_at":"15:00","sent_on":"2026-11-05"}],["+","sent_item",1,{"id":1,"item_id":1,"number":"1","position":0,"sending_id":1,"title":"Trygghetsprogram","withdrawn":0}],["+","sent_item",2,{"id":2,"item_id":2,"number":"2","position":1,"sending_id":1,"title":"Budget","withdrawn":1}],["+","sent_document",1,{"document_id":2,"id":1,"item_id":1,"number":2,"position":0,"sending_id":1,"sha256":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","title":"Personakt"}],["+","sent_document",2,{"document_id":null,"id":2,"item_id":2,"number":1,"position":1,"sending_id":1,"sha256":null,"title":"Budgetskrivelse"}],["+","sending",2,{"id":2,"late_because":null,"meeting_date":null,"meeting_id":1,"meeting_starts":null,"number":1,"place":null,"position":1,"sent_at":null,"sent_on":"2026-11-09"}],["+","meeting",2,{"announced_on":null,"as_verified":"{}","body_id":1,"calendar_sequence":null,"calendar_uid":null,"cancelled_because":null,"cancelled_on":null,"chair_name":null,"chair_party":null,"chair_person_id":null,"comments_by":null,"date":"2026-12-01","doors":null,"draft_sent":null,"end_date":null,"ends":null,"id":2,"meeting_type_id":null,"minuted":null,"notes_sent":null,"opened":null,"papers_due":null,"place":null,"rules":"{\"chains\":{\"S\":[\"V\"]},\"rules\":{\"alternates\":\"named_list\",\"alternates_may\":[\"attend\"],\"announced\":true,\"appealable\":true,\"balance\":false,\"disqualified_leave\":false,\"information_apart\":false,\"meetings_a_year\":0,\"minority\":true,\"must_decide\":false,\"number_with_year\":false,\"numbered\":true,\"papers_days\":0,\"protocol\":true,\"public\":true,\"quorum\":true,\"quorum_despite_disqualification\":true,\"quorum_least\":0,\"quorum_vacant\":true,\"remote\":true,\"returns\":false,\"series\":\"year\",\"signed_digitally\":false,\"summons_count\":\"calendar\",\"summons_days\":7,\"verified\":true,\"verifiers\":2},\"seats\":5}","secretary_name":null,"secretary_party":null,"secretary_person_id":null,"stage":"in_session","starts":null}],["+","item",4,{"appeal":null,"confidential":0,"decision":"[]","doors":null,"earlier":"[]","exercise_of_authority":0,"id":4,"key":"upprop","kind":null,"matter_id":null,"meeting_id":2,"minutes":null,"number":1,"order_approved":0,"origin":null,"origin_assignment_id":null,"origin_item_id":null,"outcome":null,"position":0,"presenters":"[]","proceedings":"[]","proposal":"[]","public_title":null,"registry_number":null,"secrecy":null,"standing_item_id":null,"starts":null,"summary":"[]","title":"Upprop","unnumbered":0,"verified_immediately":0}],["+","item",5,{"appeal":null,"confidential":0,"decision":"[]","doors":null,"earlier":"[]","exercise_of_authority":0,"id":5,"key":"budgeten","kind":null,"matter_id":null,"meeting_id":2,"minutes":null,"number":2,"order_approved":0,"origin":null,"origin_assignment_id":null,"origin_item_id":null,"outcome":null,"position":1,"presenters":"[]","proceedings":"[]","proposal":"[]","public_title":null,"registry_number":null,"secrecy":null,"standing_item_id":null,"starts":null,"summary":"[]","title":"Budget","unnumbered":0,"verified_immediately":0}],["+","item",6,{"appeal":null,"confidential":0,"decision":"[]","doors":null,"earlier":"[]","exercise_of_authority":0,"id":6,"key":"val","kind":null,"matter_id":null,"meeting_id":2,"minutes":null,"number":null,"order_approved":0,"origin":null,"origin_assignment_id":null,"origin_item_id":null,"outcome":null,"position":2,"presenters":"[]","proceedings":"[]","proposal":"[]","public_title":null,"registry_number":null,"secrecy":null,"standing_item_id":null,"starts":null,"summary":"[]","title":"Val","unnumbered":0,"verified_immediately":0}],["+","roll_line",1,{"id":1,"instead_of_name":null,"instead_of_party":null,"instead_of_person_id":null,"meeting_id":2,"personal_for_id":null,"position":0,"represents":null,"rights":"[]","role":"chair","seat_party":null,"since":"2019-01-01","title":null,"who_name":"Åke Öman","who_party":"S","who_person_id":1}],["+","stay",1,{"came":"before","came_at":null,"first_item_id":null,"id":1,"last_item_id":4,"position":0,"remote":0,"roll_line_id":1,"went":"during","went_at":null}],["+","roll_line",2,{"id":2,"instead_of_name":null,"instead_of_party":null,"instead_of_person_id":null,"meeting_id":2,"personal_for_id":null,"position":1,"represents":"Ekby landsbygd","rights":"[\"speak\"]","role":"member","seat_party":null,"since":null,"title":null,"who_name":"Britta Ek","who_party":"M","who_person_id":2}],["+","stay",2,{"came":"before","came_at":null,"first_item_id":null,"id":2,"last_item_id":4,"position":0,"remote":0,"roll_line_id":2,"went":"after","went_at":null}],["+","stay",3,{"came":"decided","came_at":null,"first_item_id":6,"id":3,"last_item_id":null,"position":1,"remote":1,"roll_line_id":2,"went":"after","went_at":null}],["+","roll_line",3,{"id":3,"instead_of_name":null,"instead_of_party":null,"instead_of_person_id":null,"meeting_id":2,"personal_for_id":null,"position":2,"represents":"Ekby tätort","rights":"[]","role":"member","seat_party":"V","since":null,"title":null,"who_name":null,"who_party":null,"who_person_id":null}],["+","roll_line",4,{"id":4,"instead_of_name":"Britta Eklund","instead_of_party":"M","instead_of_person_id":2,"meeting_id":2,"personal_for_id":null,"position":4,"represents":null,"rights":"[]","role":"alternate","seat_party":null,"since":null,"title":null,"who_name":"Ida Östh","who_party":"M","who_person_id":null}],["+","stay",4,{"came":"before","came_at":null,"first_item_id":null,"id":4,"last_item_id":null,"position":0,"remote":0,"roll_line_id":4,"went":"after","went_at":null}],["+","roll_line",5,{"id":5,"instead_of_name":null,"instead_of_party":null,"instead_of_person_id":null,"meeting_id":2,"personal_for_id":null,"position":5,"represents":null,"rights":"[]","role":"official","seat_party":null,"since":null,"title":null,"who_name":"Tor Blom","who_party":null,"who_person_id":4}],["+","stay",5,{"came":"before","came_at":"18:05","first_item_id":null,"id":5,"last_item_id":null,"position":0,"remote":0,"roll_line_id":5,"went":"after","went_at":"19:10"}],["+","roll_line",6,{"id":6,"instead_of_name":"Bo Lind","instead_of_party":"C","instead_of_person_id":null,"meeting_id":2,"personal_for_id":null,"position":6,"represents":null,"rights":"[]","role":"guest","seat_party":null,"since":null,"title":null,"who_name":"Siv Lind","who_party":null,"who_person_id":null}],["+","roll_line",7,{"id":7,"instead_of_name":null,"instead_of_party":null,"instead_of_person_id":null,"meeting_id":2,"personal_for_id":2,"position":3,"represents":null,"rights":"[]","role":"alternate","seat_party":null,"since":null,"title":"Gruppledare","who_name":"Cajsa Åhl","who_party":"V","who_person_id":3}],["+","stay",6,{"came":"before","came_at":null,"first_item_id":null,"id":6,"last_item_id":null,"position":0,"remote":0,"roll_line_id":7,"went":"after","went_at":null}],["+","roll_stand_in",1,{"alternate_id":4,"id":1,"position":0,"roll_line_id":2}],["+","roll_stand_in",2,{"alternate_id":7,"id":2,"position":1,"roll_line_id":2}],["+","ruling",1,{"first_item_id":5,"id":1,"last_item_id":6,"meeting_id":2,"place_id":1,"position":0,"reason":"Lotten avgjorde.","serves_id":4}],["+","ruling",2,{"first_item_id":4,"id":2,"last_item_id":4,"meeting_id":2,"place_id":null,"position":1,"reason":"Ordföranden lämnade ordet.","serves_id":2}],["+","ruling",3,{"first_item_id":6,"id":3,"last_item_id":null,"meeting_id":2,"place_id":3,"position":2,"reason":"Platsen hålls tom.","serves_id":null}],["+","assignment",3,{"body_id":2,"due":null,"id":3,"item_id":null,"key":"a2","meeting_id":null,"name":"Britta Ek","party":"M","person_id":2,"position":2,"status":"open","text":"Kalla till nästa möte."}],["+","assignment",4,{"body_id":null,"due":null,"id":4,"item_id":null,"key":null,"meeting_id":1,"name":"Cajsa Ål","party":"MP","person_id":3,"position":3,"status":"open","text":"Skriv."}],["~","item",1,{"origin_assignment_id":[null,3],"origin_item_id":[null,6]}],["+","delegated",1,{"basis":"2.4","body_id":2,"decided_by":"Åke Öman","decided_on":"2026-11-02","id":1,"item_id":2,"position":0,"registry_number":"KS 2026/512","title":"Yttrande till länsstyrelsen","urgent":1}],["+","delegated",2,{"basis":null,"body_id":2,"decided_by":null,"decided_on":null,"id":2,"item_id":null,"position":1,"registry_number":null,"title":"Tillstånd till torghandel","urgent":0}],["+","frozen",1,{"digest":"00a3c9211ab09a25d575e0710f0b3bcbcd83e791ad8f79d18136aa142c311349","id":1,"item_id":1,"meeting_id":1,"released":0,"verification_id":1,"worded":0}],["+","frozen",2,{"digest":"a321db95b86b2ddba7297581553065f948fdaa0d9690c4f613cdfbbe4ff9e78c","id":2,"item_id":null,"meeting_id":1,"released":0,"verification_id":4,"worded":0}]]}',X'D1D353968BE8A86EC7B91D1DAB8092873B16D5615BE8D9C4B26E4438A4841F79',X'EA45874959C107499E9E0D7610CAF549657A6910BE441738A11E0B7F501BD10A');
CREATE TABLE first_number (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	body_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL CHECK (number > 0), 
	FOREIGN KEY(body_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "first_number" VALUES(1,2,2026,57);
INSERT INTO "first_number" VALUES(2,2,2027,3);
CREATE TABLE frozen (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	item_id INTEGER, 
	verification_id INTEGER, 
	digest TEXT NOT NULL CHECK (length(digest) = 64), 
	worded INTEGER DEFAULT '0' NOT NULL CHECK (worded IN (0, 1)), 
	released INTEGER DEFAULT '0' NOT NULL CHECK (released IN (0, 1)), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(verification_id) REFERENCES verification (id)
)
 STRICT

;
INSERT INTO "frozen" VALUES(1,1,1,1,'00a3c9211ab09a25d575e0710f0b3bcbcd83e791ad8f79d18136aa142c311349',0,0);
INSERT INTO "frozen" VALUES(2,1,NULL,4,'a321db95b86b2ddba7297581553065f948fdaa0d9690c4f613cdfbbe4ff9e78c',0,0);
CREATE TABLE group_meeting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL CHECK (name <> ''), 
	date TEXT, 
	starts TEXT, 
	place TEXT, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT

;
INSERT INTO "group_meeting" VALUES(1,1,0,'Majoriteten','2026-11-11','16:00','Lilla salen');
INSERT INTO "group_meeting" VALUES(2,1,1,'Oppositionen',NULL,NULL,NULL);
CREATE TABLE invited (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_type_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	body_id INTEGER, 
	name TEXT, 
	FOREIGN KEY(meeting_type_id) REFERENCES meeting_type (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(body_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "invited" VALUES(1,1,0,4,NULL,NULL);
INSERT INTO "invited" VALUES(2,1,1,NULL,1,NULL);
INSERT INTO "invited" VALUES(3,1,2,NULL,NULL,'Revisorerna');
CREATE TABLE item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	"key" TEXT, 
	number INTEGER CHECK (number > 0), 
	title TEXT NOT NULL CHECK (title <> ''), 
	matter_id INTEGER, 
	registry_number TEXT, 
	kind TEXT CHECK (kind IN ('procedure', 'information', 'discussion', 'decision', 'election', 'report')), 
	presenters TEXT DEFAULT '[]' NOT NULL, 
	proposal TEXT DEFAULT '[]' NOT NULL, 
	earlier TEXT DEFAULT '[]' NOT NULL, 
	summary TEXT DEFAULT '[]' NOT NULL, 
	proceedings TEXT DEFAULT '[]' NOT NULL, 
	decision TEXT DEFAULT '[]' NOT NULL, 
	outcome TEXT CHECK (outcome IN ('decided', 'postponed', 'referred_back', 'withdrawn', 'noted')), 
	verified_immediately INTEGER DEFAULT '0' NOT NULL CHECK (verified_immediately IN (0, 1)), 
	confidential INTEGER DEFAULT '0' NOT NULL CHECK (confidential IN (0, 1)), 
	exercise_of_authority INTEGER DEFAULT '0' NOT NULL CHECK (exercise_of_authority IN (0, 1)), 
	appeal TEXT CHECK (appeal IN ('legality', 'administrative', 'none')), 
	minutes INTEGER CHECK (minutes > 0), 
	starts TEXT, 
	origin TEXT CHECK (origin IN ('standing', 'duty', 'postponed', 'referred_back', 'proposed', 'assignment', 'delegated', 'urgent', 'submission', 'chair')), 
	origin_item_id INTEGER, 
	origin_assignment_id INTEGER, 
	standing_item_id INTEGER, 
	unnumbered INTEGER DEFAULT '0' NOT NULL CHECK (unnumbered IN (0, 1)), 
	order_approved INTEGER DEFAULT '0' NOT NULL CHECK (order_approved IN (0, 1)), 
	doors TEXT CHECK (doors IN ('open', 'closed')), 
	secrecy TEXT, 
	public_title TEXT, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(matter_id) REFERENCES matter (id), 
	FOREIGN KEY(origin_item_id) REFERENCES item (id), 
	FOREIGN KEY(origin_assignment_id) REFERENCES assignment (id), 
	FOREIGN KEY(standing_item_id) REFERENCES standing_item (id)
)
 STRICT

;
INSERT INTO "item" VALUES(1,1,0,'trygghet',70,'Trygghetsprogram <b>& annat</b>',1,'KS 2026/504','decision','["Tor Blom","Siv Lind"]','[{"p":"Förslaget godkänns."}]','[{"p":"Bordlagt den 8 oktober 2026, § 61."}]','[{"p":["Programmet ",{"b":"ersätter"}," det ",{"i":"äldre"},{"b":{"i":"."}},{"m":" Ida Östh"},{"b":{"i":{"m":"!"}}}]},{"bullets":["ett","två"]},{"table":[["År","Kronor"],["2027","1 250 000"]]}]','[{"p":"Ordföranden ställer förslagen mot varandra."}]','[{"points":["Programmet skickas på remiss.","Paragrafen justeras omedelbart."]}]','decided',1,1,1,'legality',20,'18:45','assignment',6,3,2,0,1,'closed','26 kap. 1 § OSL','Individärende');
INSERT INTO "item" VALUES(2,1,1,'budget',71,'Budget 2027',2,NULL,NULL,'[]','[]','[]','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL);
INSERT INTO "item" VALUES(3,1,2,NULL,NULL,'Paus för kaffe',NULL,NULL,NULL,'[]','[]','[]','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,0,NULL,NULL,NULL);
INSERT INTO "item" VALUES(4,2,0,'upprop',1,'Upprop',NULL,NULL,NULL,'[]','[]','[]','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL);
INSERT INTO "item" VALUES(5,2,1,'budgeten',2,'Budget',NULL,NULL,NULL,'[]','[]','[]','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL);
INSERT INTO "item" VALUES(6,2,2,'val',NULL,'Val',NULL,NULL,NULL,'[]','[]','[]','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL);
CREATE TABLE judged_move (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	chairs_copy_id INTEGER NOT NULL, 
	move TEXT NOT NULL, 
	verdict TEXT NOT NULL CHECK (verdict IN ('taken', 'left')), 
	judged_on TEXT, 
	FOREIGN KEY(chairs_copy_id) REFERENCES chairs_copy (id)
)
 STRICT

;
CREATE TABLE matter (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	registry_number TEXT, 
	title TEXT NOT NULL CHECK (title <> ''), 
	submission_kind TEXT CHECK (submission_kind IN ('member_motion', 'interpellation', 'question', 'citizen_proposal', 'initiative')), 
	submission_by TEXT, 
	submission_date TEXT, 
	body_id INTEGER, 
	closed TEXT, 
	closed_because TEXT, 
	UNIQUE ("key"), 
	FOREIGN KEY(body_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "matter" VALUES(1,'trygghet','KS 2026/503','Trygghetsprogram','member_motion','Britta Ek (M)','2026-03-03',1,'2026-12-21','Avskriven.');
INSERT INTO "matter" VALUES(2,'budget',NULL,'Budget 2027',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE meeting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	body_id INTEGER NOT NULL, 
	date TEXT NOT NULL, 
	starts TEXT, 
	ends TEXT, 
	end_date TEXT, 
	place TEXT, 
	stage TEXT NOT NULL CHECK (stage IN ('planned', 'summoned', 'in_session', 'closed', 'ready', 'verified', 'announced', 'in_force', 'archived')), 
	chair_person_id INTEGER, 
	chair_name TEXT, 
	chair_party TEXT, 
	secretary_person_id INTEGER, 
	secretary_name TEXT, 
	secretary_party TEXT, 
	minuted TEXT, 
	meeting_type_id INTEGER, 
	rules TEXT DEFAULT '{}' NOT NULL, 
	papers_due TEXT, 
	announced_on TEXT, 
	cancelled_on TEXT, 
	cancelled_because TEXT, 
	calendar_uid TEXT, 
	calendar_sequence INTEGER CHECK (calendar_sequence >= 0), 
	opened TEXT, 
	notes_sent TEXT, 
	comments_by TEXT, 
	doors TEXT CHECK (doors IN ('open', 'closed')), 
	as_verified TEXT DEFAULT '{}' NOT NULL, 
	draft_sent TEXT, 
	FOREIGN KEY(body_id) REFERENCES body (id), 
	FOREIGN KEY(chair_person_id) REFERENCES person (id), 
	FOREIGN KEY(secretary_person_id) REFERENCES person (id), 
	FOREIGN KEY(meeting_type_id) REFERENCES meeting_type (id)
)
 STRICT

;
INSERT INTO "meeting" VALUES(1,2,'2026-11-12','18:30','00:15','2026-11-13','Stora salen','closed',1,'Åke Öman','S',NULL,'Siv Lind','S','70-81',1,'{}','2026-11-01','2026-11-04','2026-11-11','Storm.','ks-2026-11-12@ekby.example',3,'18:32','2026-11-14','2026-11-21','open','{"body":{"habits":{},"name":"Kommunstyrelsen","short":"KS"},"organisation":{"address":null,"arms":null,"language":"sv","look":{"margin":22},"name":"Ekby kommun","notice_board":"https://ekby.se/anslag","number":null,"protocol_kept_at":null,"website":null}}','2026-11-14');
INSERT INTO "meeting" VALUES(2,1,'2026-12-01',NULL,NULL,NULL,NULL,'in_session',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"chains":{"S":["V"]},"rules":{"alternates":"named_list","alternates_may":["attend"],"announced":true,"appealable":true,"balance":false,"disqualified_leave":false,"information_apart":false,"meetings_a_year":0,"minority":true,"must_decide":false,"number_with_year":false,"numbered":true,"papers_days":0,"protocol":true,"public":true,"quorum":true,"quorum_despite_disqualification":true,"quorum_least":0,"quorum_vacant":true,"remote":true,"returns":false,"series":"year","signed_digitally":false,"summons_count":"calendar","summons_days":7,"verified":true,"verifiers":2},"seats":5}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{}',NULL);
CREATE TABLE meeting_pattern (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	body_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), 
	nth TEXT DEFAULT '[]' NOT NULL, 
	weeks INTEGER CHECK (weeks > 0), 
	first TEXT, 
	months TEXT DEFAULT '[]' NOT NULL, 
	starts TEXT, 
	place TEXT, 
	moves TEXT NOT NULL CHECK (moves IN ('later', 'earlier', 'skip')), 
	meeting_type_id INTEGER, 
	FOREIGN KEY(body_id) REFERENCES body (id), 
	FOREIGN KEY(meeting_type_id) REFERENCES meeting_type (id)
)
 STRICT

;
INSERT INTO "meeting_pattern" VALUES(1,2,0,1,'[1,-1]',NULL,NULL,'[1,2]','13:00','Sessionssalen','earlier',1);
INSERT INTO "meeting_pattern" VALUES(2,2,1,4,'[]',6,'2027-01-08','[]',NULL,NULL,'later',NULL);
CREATE TABLE meeting_type (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	body_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL CHECK (name <> ''), 
	per_year INTEGER CHECK (per_year > 0), 
	FOREIGN KEY(body_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "meeting_type" VALUES(1,2,0,'Ordinarie',10);
INSERT INTO "meeting_type" VALUES(2,2,1,'Budgetdialog',NULL);
CREATE TABLE motion (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	"key" TEXT, 
	asks TEXT NOT NULL CHECK (asks IN ('approve', 'reject', 'amend', 'add', 'refer_back', 'postpone', 'adjourn', 'other')), 
	text TEXT DEFAULT '[]' NOT NULL, 
	withdrawn INTEGER DEFAULT '0' NOT NULL CHECK (withdrawn IN (0, 1)), 
	kept INTEGER DEFAULT '0' NOT NULL CHECK (kept IN (0, 1)), 
	in_writing INTEGER DEFAULT '0' NOT NULL CHECK (in_writing IN (0, 1)), 
	instead_of_id INTEGER, 
	noted_at TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(instead_of_id) REFERENCES motion (id)
)
 STRICT

;
INSERT INTO "motion" VALUES(1,1,0,'m1','approve','[{"p":"förslaget"}]',0,1,1,NULL,'18:41');
INSERT INTO "motion" VALUES(2,1,1,'m2','refer_back','[{"p":"för ny kostnadsberäkning"}]',1,0,0,NULL,NULL);
INSERT INTO "motion" VALUES(3,1,2,NULL,'reject','[]',0,0,0,1,NULL);
INSERT INTO "motion" VALUES(4,1,3,NULL,'approve','[]',0,0,0,NULL,NULL);
CREATE TABLE mover (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	motion_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	FOREIGN KEY(motion_id) REFERENCES motion (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "mover" VALUES(1,1,0,1,'Åke Öman','S');
INSERT INTO "mover" VALUES(2,2,0,2,'Britta Ek','M');
INSERT INTO "mover" VALUES(3,2,1,NULL,'Finn Ask','SD');
INSERT INTO "mover" VALUES(4,4,0,NULL,'V','V');
CREATE TABLE not_taking_part (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "not_taking_part" VALUES(1,1,0,2,'Britta Ek','M');
INSERT INTO "not_taking_part" VALUES(2,1,1,NULL,'Ida Östh','M');
CREATE TABLE notice (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	paragraphs TEXT, 
	posted TEXT, 
	removed TEXT, 
	kept_at TEXT, 
	signed_by_person_id INTEGER, 
	signed_by_name TEXT, 
	signed_by_party TEXT, 
	verification_id INTEGER, 
	board TEXT, 
	last_day TEXT, 
	flawed TEXT, 
	replaces_id INTEGER, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(signed_by_person_id) REFERENCES person (id), 
	FOREIGN KEY(verification_id) REFERENCES verification (id), 
	FOREIGN KEY(replaces_id) REFERENCES notice (id)
)
 STRICT

;
INSERT INTO "notice" VALUES(1,1,0,'70','2026-11-13','2026-12-08','kansliet',4,'Tor Blom','C',1,'https://ekby.se/anslagstavla','2026-12-04','Fel datum',NULL);
INSERT INTO "notice" VALUES(2,1,1,'71-81',NULL,NULL,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,1);
CREATE TABLE objection (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	item_id INTEGER, 
	lodged_on TEXT, 
	text TEXT DEFAULT '[]' NOT NULL, 
	dissent INTEGER DEFAULT '0' NOT NULL CHECK (dissent IN (0, 1)), 
	settled TEXT, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "objection" VALUES(1,1,0,3,'Cajsa Ål','V',1,'2026-11-15','[{"p":"Jag sade inte så."}]',1,'Texten ändrades');
INSERT INTO "objection" VALUES(2,1,1,NULL,'Ida Östh','M',NULL,NULL,'[{"p":"Datumet är fel."}]',0,NULL);
CREATE TABLE opinion (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL CHECK (kind IN ('reservation', 'statement', 'note')), 
	text TEXT DEFAULT '[]' NOT NULL, 
	lodged_on TEXT, 
	lodged_at TEXT, 
	awaited INTEGER DEFAULT '0' NOT NULL CHECK (awaited IN (0, 1)), 
	lapsed INTEGER DEFAULT '0' NOT NULL CHECK (lapsed IN (0, 1)), 
	appendix INTEGER DEFAULT '0' NOT NULL CHECK (appendix IN (0, 1)), 
	motion_id INTEGER, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(motion_id) REFERENCES motion (id)
)
 STRICT

;
INSERT INTO "opinion" VALUES(1,1,0,'reservation','[{"p":"Mot beslutet."}]','2026-11-12','20:15',1,1,1,2);
INSERT INTO "opinion" VALUES(2,1,1,'statement','[{"p":"Ett yttrande."}]',NULL,NULL,0,0,0,NULL);
INSERT INTO "opinion" VALUES(3,1,2,'note','[{"p":"En."}]',NULL,NULL,0,0,0,NULL);
CREATE TABLE opinion_by (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	opinion_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	FOREIGN KEY(opinion_id) REFERENCES opinion (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "opinion_by" VALUES(1,1,0,2,'Britta Ek','M');
INSERT INTO "opinion_by" VALUES(2,1,1,NULL,'Finn Ask','SD');
INSERT INTO "opinion_by" VALUES(3,2,0,3,'Cajsa Ål','V');
INSERT INTO "opinion_by" VALUES(4,3,0,1,'Åke Öman','S');
CREATE TABLE organisation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL CHECK (name <> ''), 
	number TEXT, 
	address TEXT, 
	website TEXT, 
	notice_board TEXT, 
	protocol_kept_at TEXT, 
	language TEXT DEFAULT 'sv' NOT NULL, 
	look TEXT DEFAULT '{}' NOT NULL, 
	arms TEXT CHECK (length(arms) = 64), 
	arms_say TEXT, 
	sought TEXT DEFAULT '[]' NOT NULL, 
	file_pattern TEXT, 
	time_stamp_server TEXT
)
 STRICT

;
INSERT INTO "organisation" VALUES(1,'Ekby kommun','212000-0001','Torget 1
123 45 Ekby','www.ekby.example','Anslagstavlan på www.ekby.example','kommunkansliet','en','{"by_link":true,"colour":"#17616b","foot":"Torget 1, 0123-450 00","margin":25,"mirrored":true,"name":"Ekby","party_first":true,"service":"starred"}','0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a','Ekby kommuns vapen','["skyddad","diagnos"]','{organ}-{datum}-{paragraf}','https://tidsstämpel.example.se');
CREATE TABLE own_text (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	part TEXT NOT NULL CHECK (part IN ('motions', 'proceedings', 'divisions', 'decision', 'opinions')), 
	text TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "own_text" VALUES(1,1,'proceedings','[]');
INSERT INTO "own_text" VALUES(2,1,'motions','[{"p":"Britta Ek (M) yrkar återremiss."}]');
CREATE TABLE own_word (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organisation_id INTEGER, 
	word TEXT NOT NULL CHECK (word <> ''), 
	FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT

;
INSERT INTO "own_word" VALUES(1,1,'Ekbybostäder');
INSERT INTO "own_word" VALUES(2,1,'medborgarlöfte');
CREATE TABLE paper (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL CHECK (title <> ''), 
	sender TEXT, 
	due TEXT, 
	arrived TEXT, 
	approved TEXT, 
	approved_by TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "paper" VALUES(1,1,0,'Kostnadsberäkning','Ekonomi','2026-11-02','2026-11-03','2026-11-04','Tor Blom');
INSERT INTO "paper" VALUES(2,1,1,'Karta',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	organisation TEXT, 
	title TEXT, 
	email TEXT, 
	phone TEXT, 
	address TEXT, 
	UNIQUE ("key")
)
 STRICT

;
INSERT INTO "person" VALUES(1,'oman','Åke Öman','S',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "person" VALUES(2,'ek','Britta Ek','M','Ekby kommun','Kommunalråd','britta.ek@ekby.example','070-000 00 01','Strandvägen 2
123 46 Ekby');
INSERT INTO "person" VALUES(3,'al','Cajsa Ål','V',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "person" VALUES(4,'blom','Tor Blom',NULL,NULL,'Kommundirektör',NULL,NULL,NULL);
CREATE TABLE phrase (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	body_id INTEGER, 
	position INTEGER NOT NULL, 
	short TEXT NOT NULL CHECK (short <> ''), 
	text TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(body_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "phrase" VALUES(1,2,0,'uppd','[{"p":"<Organ> uppdras att"}]');
INSERT INTO "phrase" VALUES(2,2,1,'bif','[{"p":"Förslaget bifalls."}]');
INSERT INTO "phrase" VALUES(3,NULL,0,'tack','[{"p":"Ordföranden tackar <vem>."}]');
INSERT INTO "phrase" VALUES(4,NULL,1,'ajo','[{"p":"Sammanträdet ajourneras."}]');
CREATE TABLE proposal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	body_id INTEGER, 
	body_name TEXT NOT NULL CHECK (body_name <> ''), 
	decision TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(body_id) REFERENCES body (id)
)
 STRICT

;
INSERT INTO "proposal" VALUES(1,1,0,1,'Kommunfullmäktige','[{"points":["Programmet antas."]}]');
INSERT INTO "proposal" VALUES(2,1,1,NULL,'Ekby landstings nämnd','[{"p":"Antecknas."}]');
CREATE TABLE put (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	puts TEXT NOT NULL CHECK (puts IN ('adjourn', 'postpone', 'refer_back', 'main', 'amendment', 'addition')), 
	motion_id INTEGER, 
	adopted TEXT CHECK (adopted IN ('proposal', 'motion', 'rejected')), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(motion_id) REFERENCES motion (id)
)
 STRICT

;
INSERT INTO "put" VALUES(1,1,0,'refer_back',2,'rejected');
INSERT INTO "put" VALUES(2,1,1,'main',1,'motion');
CREATE TABLE receipt (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	received_on TEXT NOT NULL, 
	how TEXT, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "receipt" VALUES(1,1,0,NULL,'Ida Östh',NULL,'2026-11-20','delgivningskvitto');
INSERT INTO "receipt" VALUES(2,1,1,2,'Britta Ek','M','2026-11-21',NULL);
CREATE TABLE recess (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	starts TEXT NOT NULL, 
	ends TEXT, 
	adjourned INTEGER DEFAULT '0' NOT NULL CHECK (adjourned IN (0, 1)), 
	ends_on TEXT, 
	after_item_id INTEGER, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(after_item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "recess" VALUES(1,1,'19:30','19:45',1,'2026-11-13',2);
INSERT INTO "recess" VALUES(2,1,'21:00',NULL,0,NULL,NULL);
CREATE TABLE recipient (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL CHECK (name <> ''), 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "recipient" VALUES(1,1,0,'Polisen');
INSERT INTO "recipient" VALUES(2,1,1,'Akten');
CREATE TABLE referral (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	title TEXT, 
	due TEXT NOT NULL, 
	referees TEXT DEFAULT '[]' NOT NULL, 
	questions TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "referral" VALUES(1,1,'Remiss av trygghetsprogram','2027-04-30','["Polisen","Ekbybostäder"]','["Vad saknas?","Vad kostar det?"]');
CREATE TABLE report (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	assignment_id INTEGER NOT NULL, 
	date TEXT NOT NULL, 
	text TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(assignment_id) REFERENCES assignment (id)
)
 STRICT

;
INSERT INTO "report" VALUES(1,1,'2027-04-29','[{"p":"Gjort."}]');
INSERT INTO "report" VALUES(2,1,'2027-04-30','[{"p":"Klart."}]');
CREATE TABLE roll_line (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	role TEXT NOT NULL CHECK (role IN ('chair', 'vice_chair', 'second_vice_chair', 'member', 'alternate', 'co_opted', 'staff_representative', 'official', 'guest', 'other')), 
	who_person_id INTEGER, 
	who_name TEXT, 
	who_party TEXT, 
	seat_party TEXT, 
	represents TEXT, 
	title TEXT, 
	personal_for_id INTEGER, 
	instead_of_person_id INTEGER, 
	instead_of_name TEXT, 
	instead_of_party TEXT, 
	since TEXT, 
	rights TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(who_person_id) REFERENCES person (id), 
	FOREIGN KEY(personal_for_id) REFERENCES roll_line (id), 
	FOREIGN KEY(instead_of_person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "roll_line" VALUES(1,2,0,'chair',1,'Åke Öman','S',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2019-01-01','[]');
INSERT INTO "roll_line" VALUES(2,2,1,'member',2,'Britta Ek','M',NULL,'Ekby landsbygd',NULL,NULL,NULL,NULL,NULL,NULL,'["speak"]');
INSERT INTO "roll_line" VALUES(3,2,2,'member',NULL,NULL,NULL,'V','Ekby tätort',NULL,NULL,NULL,NULL,NULL,NULL,'[]');
INSERT INTO "roll_line" VALUES(4,2,4,'alternate',NULL,'Ida Östh','M',NULL,NULL,NULL,NULL,2,'Britta Eklund','M',NULL,'[]');
INSERT INTO "roll_line" VALUES(5,2,5,'official',4,'Tor Blom',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[]');
INSERT INTO "roll_line" VALUES(6,2,6,'guest',NULL,'Siv Lind',NULL,NULL,NULL,NULL,NULL,NULL,'Bo Lind','C',NULL,'[]');
INSERT INTO "roll_line" VALUES(7,2,3,'alternate',3,'Cajsa Åhl','V',NULL,NULL,'Gruppledare',2,NULL,NULL,NULL,NULL,'[]');
CREATE TABLE roll_stand_in (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	roll_line_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	alternate_id INTEGER NOT NULL, 
	FOREIGN KEY(roll_line_id) REFERENCES roll_line (id), 
	FOREIGN KEY(alternate_id) REFERENCES roll_line (id)
)
 STRICT

;
INSERT INTO "roll_stand_in" VALUES(1,2,0,4);
INSERT INTO "roll_stand_in" VALUES(2,2,1,7);
CREATE TABLE ruling (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	place_id INTEGER, 
	serves_id INTEGER, 
	first_item_id INTEGER NOT NULL, 
	last_item_id INTEGER, 
	reason TEXT NOT NULL CHECK (reason <> ''), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(place_id) REFERENCES roll_line (id), 
	FOREIGN KEY(serves_id) REFERENCES roll_line (id), 
	FOREIGN KEY(first_item_id) REFERENCES item (id), 
	FOREIGN KEY(last_item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "ruling" VALUES(1,2,0,1,4,5,6,'Lotten avgjorde.');
INSERT INTO "ruling" VALUES(2,2,1,NULL,2,4,4,'Ordföranden lämnade ordet.');
INSERT INTO "ruling" VALUES(3,2,2,3,NULL,6,NULL,'Platsen hålls tom.');
CREATE TABLE said (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	own_text_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	"key" TEXT NOT NULL CHECK (key <> ''), 
	words TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(own_text_id) REFERENCES own_text (id)
)
 STRICT

;
INSERT INTO "said" VALUES(1,1,0,'put 1','[{"p":"Ordföranden frågar om ärendet ska avgöras i dag."}]');
INSERT INTO "said" VALUES(2,1,1,'put 1 division 1 result','[{"p":"Nej."}]');
INSERT INTO "said" VALUES(3,1,2,'recess 2','[{"p":"Paus."}]');
INSERT INTO "said" VALUES(4,1,3,'motion ?1','[{"p":"Borta."}]');
CREATE TABLE scratch (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT NOT NULL CHECK (text <> ''), 
	noted_at TEXT, 
	done INTEGER DEFAULT '0' NOT NULL CHECK (done IN (0, 1)), 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
CREATE TABLE seat (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	body_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	role TEXT NOT NULL CHECK (role IN ('chair', 'vice_chair', 'second_vice_chair', 'member', 'alternate', 'co_opted', 'staff_representative', 'secretary')), 
	party TEXT, 
	represents TEXT, 
	call_order INTEGER, 
	alternate_for_id INTEGER, 
	from_date TEXT, 
	to_date TEXT, 
	rights TEXT DEFAULT '[]' NOT NULL, 
	note TEXT, 
	FOREIGN KEY(body_id) REFERENCES body (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(alternate_for_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "seat" VALUES(1,2,0,1,'chair','S',NULL,1,NULL,NULL,NULL,'[]',NULL);
INSERT INTO "seat" VALUES(2,2,1,3,'alternate',NULL,'Ekby landsbygd',2,2,'2023-01-01','2026-12-31','[]',NULL);
INSERT INTO "seat" VALUES(3,2,2,NULL,'member',NULL,NULL,NULL,NULL,NULL,NULL,'[]',NULL);
INSERT INTO "seat" VALUES(4,2,3,2,'member','M',NULL,NULL,NULL,NULL,NULL,'["speak","note"]','Fyllnadsval efter Finn Ask.');
INSERT INTO "seat" VALUES(5,2,4,4,'staff_representative',NULL,NULL,NULL,NULL,NULL,NULL,'[]',NULL);
CREATE TABLE sending (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	number INTEGER NOT NULL CHECK (number >= 0), 
	sent_on TEXT NOT NULL, 
	sent_at TEXT, 
	meeting_date TEXT, 
	meeting_starts TEXT, 
	place TEXT, 
	late_because TEXT, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT

;
INSERT INTO "sending" VALUES(1,1,0,0,'2026-11-05','15:00','2026-11-12','18:00','Lilla salen','Helgen.');
INSERT INTO "sending" VALUES(2,1,1,1,'2026-11-09',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE sent_document (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sending_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	document_id INTEGER, 
	number INTEGER NOT NULL CHECK (number > 0), 
	title TEXT NOT NULL CHECK (title <> ''), 
	sha256 TEXT CHECK (length(sha256) = 64), 
	FOREIGN KEY(sending_id) REFERENCES sending (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT

;
INSERT INTO "sent_document" VALUES(1,1,0,1,2,2,'Personakt','0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f');
INSERT INTO "sent_document" VALUES(2,1,1,2,NULL,1,'Budgetskrivelse',NULL);
CREATE TABLE sent_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sending_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	title TEXT NOT NULL CHECK (title <> ''), 
	withdrawn INTEGER DEFAULT '0' NOT NULL CHECK (withdrawn IN (0, 1)), 
	FOREIGN KEY(sending_id) REFERENCES sending (id), 
	FOREIGN KEY(item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "sent_item" VALUES(1,1,0,1,'1','Trygghetsprogram',0);
INSERT INTO "sent_item" VALUES(2,1,1,2,'2','Budget',1);
CREATE TABLE signature (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	signing_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	signs_as TEXT NOT NULL CHECK (signs_as IN ('secretary', 'chair', 'verifier')), 
	paragraphs TEXT, 
	signed_on TEXT, 
	signed_at TEXT, 
	field TEXT, 
	certificate TEXT, 
	issuer TEXT, 
	fingerprint TEXT CHECK (length(fingerprint) = 64), 
	time_stamped INTEGER DEFAULT '0' NOT NULL CHECK (time_stamped IN (0, 1)), 
	FOREIGN KEY(signing_id) REFERENCES signing (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "signature" VALUES(1,2,0,2,'Britta Ek','M','chair','70','2026-11-13','09:31','sign_1','Britta Ek','Ekby CA','cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',1);
INSERT INTO "signature" VALUES(2,2,1,NULL,'Finn Ask','SD','verifier',NULL,'2026-11-13',NULL,NULL,NULL,NULL,NULL,0);
CREATE TABLE signer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	verification_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	FOREIGN KEY(verification_id) REFERENCES verification (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "signer" VALUES(1,1,0,2,'Britta Ek','M');
INSERT INTO "signer" VALUES(2,1,1,NULL,'Finn Ask','SD');
INSERT INTO "signer" VALUES(3,4,0,2,'Britta Ek','M');
CREATE TABLE signing (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	verification_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	way TEXT NOT NULL CHECK (way IN ('pen', 'service', 'local')), 
	begun_on TEXT NOT NULL, 
	begun_at TEXT, 
	original TEXT CHECK (length(original) = 64), 
	ended TEXT CHECK (ended IN ('signed', 'withdrawn', 'to_pen')), 
	ended_on TEXT, 
	ended_because TEXT, 
	returned TEXT CHECK (length(returned) = 64), 
	returned_type TEXT, 
	verdict TEXT CHECK (verdict IN ('unchanged', 'repackaged', 'changed')), 
	accepted_by TEXT, 
	accepted_on TEXT, 
	report TEXT DEFAULT '[]' NOT NULL, 
	FOREIGN KEY(verification_id) REFERENCES verification (id)
)
 STRICT

;
INSERT INTO "signing" VALUES(1,1,0,'service','2026-11-13','09:10','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','to_pen','2026-11-13','Finn Ask har ingen e-legitimation',NULL,NULL,NULL,NULL,NULL,'[]');
INSERT INTO "signing" VALUES(2,1,1,'pen','2026-11-13','09:30','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','signed',NULL,NULL,'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','application/pdf','repackaged','Tor Blom','2026-11-14','[{"p":"Alla har skrivit under."}]');
CREATE TABLE speaker (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	reply INTEGER DEFAULT '0' NOT NULL CHECK (reply IN (0, 1)), 
	seconds INTEGER CHECK (seconds >= 0), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "speaker" VALUES(1,1,0,2,'Britta Ek','M',0,90);
INSERT INTO "speaker" VALUES(2,1,1,3,'Cajsa Ål','MP',1,NULL);
CREATE TABLE stand_in (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	seat_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	FOREIGN KEY(seat_id) REFERENCES seat (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "stand_in" VALUES(1,4,0,3);
INSERT INTO "stand_in" VALUES(2,4,1,1);
CREATE TABLE standing_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	body_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL CHECK (title <> ''), 
	kind TEXT CHECK (kind IN ('procedure', 'information', 'discussion', 'decision', 'election', 'report')), 
	minutes INTEGER CHECK (minutes > 0), 
	presenters TEXT DEFAULT '[]' NOT NULL, 
	proposal TEXT DEFAULT '[]' NOT NULL, 
	months TEXT DEFAULT '[]' NOT NULL, 
	source TEXT, 
	closing INTEGER DEFAULT '0' NOT NULL CHECK (closing IN (0, 1)), 
	meeting_type_id INTEGER, 
	FOREIGN KEY(body_id) REFERENCES body (id), 
	FOREIGN KEY(meeting_type_id) REFERENCES meeting_type (id)
)
 STRICT

;
INSERT INTO "standing_item" VALUES(1,2,0,'Upprop','procedure',5,'[]','[]','[]',NULL,0,NULL);
INSERT INTO "standing_item" VALUES(2,2,1,'Internkontroll','decision',NULL,'["Tor Blom"]','[{"p":"Planen antas."}]','[2,11]','KL 6 kap. 6 §',1,2);
CREATE TABLE stay (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	roll_line_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_item_id INTEGER, 
	came TEXT NOT NULL CHECK (came IN ('before', 'during', 'decided', 'after')), 
	last_item_id INTEGER, 
	went TEXT NOT NULL CHECK (went IN ('before', 'during', 'decided', 'after')), 
	remote INTEGER DEFAULT '0' NOT NULL CHECK (remote IN (0, 1)), 
	came_at TEXT, 
	went_at TEXT, 
	FOREIGN KEY(roll_line_id) REFERENCES roll_line (id), 
	FOREIGN KEY(first_item_id) REFERENCES item (id), 
	FOREIGN KEY(last_item_id) REFERENCES item (id)
)
 STRICT

;
INSERT INTO "stay" VALUES(1,1,0,NULL,'before',4,'during',0,NULL,NULL);
INSERT INTO "stay" VALUES(2,2,0,NULL,'before',4,'after',0,NULL,NULL);
INSERT INTO "stay" VALUES(3,2,1,6,'decided',NULL,'after',1,NULL,NULL);
INSERT INTO "stay" VALUES(4,4,0,NULL,'before',NULL,'after',0,NULL,NULL);
INSERT INTO "stay" VALUES(5,5,0,NULL,'before',NULL,'after',0,'18:05','19:10');
INSERT INTO "stay" VALUES(6,7,0,NULL,'before',NULL,'after',0,NULL,NULL);
CREATE TABLE subject (
	kind TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	PRIMARY KEY (kind, id, sequence), 
	FOREIGN KEY(sequence) REFERENCES entry (sequence)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "subject" VALUES('assignment',1,2);
INSERT INTO "subject" VALUES('assignment',2,2);
INSERT INTO "subject" VALUES('assignment',3,2);
INSERT INTO "subject" VALUES('assignment',4,2);
INSERT INTO "subject" VALUES('body',1,2);
INSERT INTO "subject" VALUES('body',2,2);
INSERT INTO "subject" VALUES('item',1,2);
INSERT INTO "subject" VALUES('item',2,2);
INSERT INTO "subject" VALUES('item',3,2);
INSERT INTO "subject" VALUES('item',4,2);
INSERT INTO "subject" VALUES('item',5,2);
INSERT INTO "subject" VALUES('item',6,2);
INSERT INTO "subject" VALUES('matter',1,2);
INSERT INTO "subject" VALUES('matter',2,2);
INSERT INTO "subject" VALUES('meeting',1,2);
INSERT INTO "subject" VALUES('meeting',2,2);
INSERT INTO "subject" VALUES('organisation',1,2);
INSERT INTO "subject" VALUES('person',1,2);
INSERT INTO "subject" VALUES('person',2,2);
INSERT INTO "subject" VALUES('person',3,2);
INSERT INTO "subject" VALUES('person',4,2);
CREATE TABLE trusted_issuer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organisation_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL CHECK (name <> ''), 
	sha256 TEXT NOT NULL CHECK (length(sha256) = 64), 
	accepted_by TEXT, 
	accepted_on TEXT, 
	FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT

;
INSERT INTO "trusted_issuer" VALUES(1,1,0,'Ekby CA','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','Tor Blom','2026-11-01');
INSERT INTO "trusted_issuer" VALUES(2,1,1,'Annan CA','0000000000000000000000000000000000000000000000000000000000000000',NULL,NULL);
CREATE TABLE verification (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	paragraphs TEXT, 
	place TEXT, 
	date TEXT, 
	time TEXT, 
	"immediate" INTEGER DEFAULT '0' NOT NULL CHECK (immediate IN (0, 1)), 
	correction_id INTEGER, 
	ready_on TEXT, 
	control TEXT, 
	moved_to TEXT, 
	moved_because TEXT, 
	withdrawn_on TEXT, 
	withdrawn_by TEXT, 
	withdrawn_and_by TEXT, 
	withdrawn_because TEXT, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	FOREIGN KEY(correction_id) REFERENCES correction (id)
)
 STRICT

;
INSERT INTO "verification" VALUES(1,1,0,'70','Kommunkansliet','2026-11-13','09:00',1,NULL,'2026-11-13','412-9f2c 41d0','2026-12-01','Justerarna var inte eniga',NULL,NULL,NULL,NULL);
INSERT INTO "verification" VALUES(2,1,1,'71-81',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "verification" VALUES(3,1,2,'71',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,'2026-11-15','Tor Blom','Britta Ek','Fel sammanträde');
INSERT INTO "verification" VALUES(4,1,3,NULL,NULL,'2026-11-20',NULL,0,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE verifier (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	verification_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	FOREIGN KEY(verification_id) REFERENCES verification (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "verifier" VALUES(1,1,0,2,'Britta Ek','M');
INSERT INTO "verifier" VALUES(2,1,1,NULL,'Finn Ask','SD');
INSERT INTO "verifier" VALUES(3,2,0,2,'Britta Ek','M');
INSERT INTO "verifier" VALUES(4,4,0,2,'Britta Ek','M');
CREATE TABLE vote (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	division_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT NOT NULL CHECK (name <> ''), 
	party TEXT, 
	answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'abstained', 'absent', 'not_taking_part')), 
	FOREIGN KEY(division_id) REFERENCES division (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "vote" VALUES(1,1,0,1,'Åke Öman','S','yes');
INSERT INTO "vote" VALUES(2,1,1,2,'Britta Ek','L','no');
CREATE INDEX ix_body_parent_id ON body (parent_id);
CREATE INDEX ix_item_origin_item_id ON item (origin_item_id);
CREATE INDEX ix_item_matter_id ON item (matter_id);
CREATE INDEX ix_item_meeting_id ON item (meeting_id);
CREATE INDEX ix_item_standing_item_id ON item (standing_item_id);
CREATE INDEX ix_item_origin_assignment_id ON item (origin_assignment_id);
CREATE INDEX ix_assignment_person_id ON assignment (person_id);
CREATE INDEX ix_assignment_meeting_id ON assignment (meeting_id);
CREATE INDEX ix_assignment_body_id ON assignment (body_id);
CREATE INDEX ix_assignment_item_id ON assignment (item_id);
CREATE INDEX entry_barrier ON entry (sequence) WHERE barrier = 1;
CREATE INDEX entry_run ON entry (step) WHERE step != sequence;
CREATE INDEX ix_agenda_act_item_id ON agenda_act (item_id);
CREATE INDEX ix_paper_item_id ON paper (item_id);
CREATE INDEX ix_comment_item_id ON comment (item_id);
CREATE INDEX ix_speaker_item_id ON speaker (item_id);
CREATE INDEX ix_speaker_person_id ON speaker (person_id);
CREATE INDEX ix_chair_note_item_id ON chair_note (item_id);
CREATE INDEX ix_delegated_body_id ON delegated (body_id);
CREATE INDEX ix_delegated_item_id ON delegated (item_id);
CREATE INDEX ix_motion_item_id ON motion (item_id);
CREATE INDEX ix_motion_instead_of_id ON motion (instead_of_id);
CREATE INDEX ix_election_item_id ON election (item_id);
CREATE INDEX ix_own_text_item_id ON own_text (item_id);
CREATE INDEX ix_scratch_item_id ON scratch (item_id);
CREATE INDEX ix_first_number_body_id ON first_number (body_id);
CREATE INDEX ix_phrase_body_id ON phrase (body_id);
CREATE INDEX ix_own_word_organisation_id ON own_word (organisation_id);
CREATE INDEX ix_appeal_step_item_id ON appeal_step (item_id);
CREATE INDEX ix_receipt_person_id ON receipt (person_id);
CREATE INDEX ix_receipt_item_id ON receipt (item_id);
CREATE INDEX ix_dispatch_body_id ON dispatch (body_id);
CREATE INDEX ix_dispatch_item_id ON dispatch (item_id);
CREATE INDEX ix_addressee_body_id ON addressee (body_id);
CREATE INDEX ix_addressee_organisation_id ON addressee (organisation_id);
CREATE INDEX ix_trusted_issuer_organisation_id ON trusted_issuer (organisation_id);
CREATE INDEX ix_meeting_type_body_id ON meeting_type (body_id);
CREATE INDEX ix_seat_body_id ON seat (body_id);
CREATE INDEX ix_seat_person_id ON seat (person_id);
CREATE INDEX ix_seat_alternate_for_id ON seat (alternate_for_id);
CREATE INDEX ix_matter_body_id ON matter (body_id);
CREATE INDEX ix_document_item_id ON document (item_id);
CREATE INDEX ix_proposal_item_id ON proposal (item_id);
CREATE INDEX ix_proposal_body_id ON proposal (body_id);
CREATE INDEX ix_disqualification_person_id ON disqualification (person_id);
CREATE INDEX ix_disqualification_item_id ON disqualification (item_id);
CREATE INDEX ix_deviation_who_person_id ON deviation (who_person_id);
CREATE INDEX ix_deviation_item_id ON deviation (item_id);
CREATE INDEX ix_not_taking_part_person_id ON not_taking_part (person_id);
CREATE INDEX ix_not_taking_part_item_id ON not_taking_part (item_id);
CREATE INDEX ix_recipient_item_id ON recipient (item_id);
CREATE INDEX ix_report_assignment_id ON report (assignment_id);
CREATE INDEX ix_referral_item_id ON referral (item_id);
CREATE INDEX subject_sequence ON subject (sequence);
CREATE INDEX ix_standing_item_body_id ON standing_item (body_id);
CREATE INDEX ix_standing_item_meeting_type_id ON standing_item (meeting_type_id);
CREATE INDEX ix_meeting_pattern_meeting_type_id ON meeting_pattern (meeting_type_id);
CREATE INDEX ix_meeting_pattern_body_id ON meeting_pattern (body_id);
CREATE INDEX ix_mover_motion_id ON mover (motion_id);
CREATE INDEX ix_mover_person_id ON mover (person_id);
CREATE INDEX ix_put_item_id ON put (item_id);
CREATE INDEX ix_put_motion_id ON put (motion_id);
CREATE INDEX ix_opinion_item_id ON opinion (item_id);
CREATE INDEX ix_opinion_motion_id ON opinion (motion_id);
CREATE INDEX ix_candidate_election_id ON candidate (election_id);
CREATE INDEX ix_candidate_person_id ON candidate (person_id);
CREATE INDEX ix_said_own_text_id ON said (own_text_id);
CREATE INDEX ix_invited_meeting_type_id ON invited (meeting_type_id);
CREATE INDEX ix_invited_person_id ON invited (person_id);
CREATE INDEX ix_invited_body_id ON invited (body_id);
CREATE INDEX ix_stand_in_seat_id ON stand_in (seat_id);
CREATE INDEX ix_stand_in_person_id ON stand_in (person_id);
CREATE INDEX ix_meeting_body_id ON meeting (body_id);
CREATE INDEX ix_meeting_secretary_person_id ON meeting (secretary_person_id);
CREATE INDEX ix_meeting_meeting_type_id ON meeting (meeting_type_id);
CREATE INDEX ix_meeting_chair_person_id ON meeting (chair_person_id);
CREATE INDEX ix_answer_referral_id ON answer (referral_id);
CREATE INDEX ix_group_meeting_meeting_id ON group_meeting (meeting_id);
CREATE INDEX ix_sending_meeting_id ON sending (meeting_id);
CREATE INDEX ix_chairs_copy_meeting_id ON chairs_copy (meeting_id);
CREATE INDEX ix_division_put_id ON division (put_id);
CREATE INDEX ix_division_yes_motion_id ON division (yes_motion_id);
CREATE INDEX ix_division_no_motion_id ON division (no_motion_id);
CREATE INDEX ix_division_item_id ON division (item_id);
CREATE INDEX ix_division_after_id ON division (after_id);
CREATE INDEX ix_opinion_by_opinion_id ON opinion_by (opinion_id);
CREATE INDEX ix_opinion_by_person_id ON opinion_by (person_id);
CREATE INDEX ix_objection_meeting_id ON objection (meeting_id);
CREATE INDEX ix_objection_person_id ON objection (person_id);
CREATE INDEX ix_objection_item_id ON objection (item_id);
CREATE INDEX ix_correction_item_id ON correction (item_id);
CREATE INDEX ix_correction_by_person_id ON correction (by_person_id);
CREATE INDEX ix_correction_meeting_id ON correction (meeting_id);
CREATE INDEX ix_archived_meeting_id ON archived (meeting_id);
CREATE INDEX ix_recess_after_item_id ON recess (after_item_id);
CREATE INDEX ix_recess_meeting_id ON recess (meeting_id);
CREATE INDEX ix_attendance_person_id ON attendance (person_id);
CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);
CREATE INDEX ix_attendance_serves_for_person_id ON attendance (serves_for_person_id);
CREATE INDEX ix_absence_meeting_id ON absence (meeting_id);
CREATE INDEX ix_absence_person_id ON absence (person_id);
CREATE INDEX ix_call_up_person_id ON call_up (person_id);
CREATE INDEX ix_call_up_for_person_id ON call_up (for_person_id);
CREATE INDEX ix_call_up_meeting_id ON call_up (meeting_id);
CREATE INDEX ix_roll_line_who_person_id ON roll_line (who_person_id);
CREATE INDEX ix_roll_line_personal_for_id ON roll_line (personal_for_id);
CREATE INDEX ix_roll_line_instead_of_person_id ON roll_line (instead_of_person_id);
CREATE INDEX ix_roll_line_meeting_id ON roll_line (meeting_id);
CREATE INDEX ix_answer_text_answer_id ON answer_text (answer_id);
CREATE INDEX ix_sent_item_sending_id ON sent_item (sending_id);
CREATE INDEX ix_sent_item_item_id ON sent_item (item_id);
CREATE INDEX ix_sent_document_item_id ON sent_document (item_id);
CREATE INDEX ix_sent_document_document_id ON sent_document (document_id);
CREATE INDEX ix_sent_document_sending_id ON sent_document (sending_id);
CREATE INDEX ix_judged_move_chairs_copy_id ON judged_move (chairs_copy_id);
CREATE INDEX ix_vote_division_id ON vote (division_id);
CREATE INDEX ix_vote_person_id ON vote (person_id);
CREATE INDEX ix_attended_item_attendance_id ON attended_item (attendance_id);
CREATE INDEX ix_attended_item_item_id ON attended_item (item_id);
CREATE INDEX ix_roll_stand_in_alternate_id ON roll_stand_in (alternate_id);
CREATE INDEX ix_roll_stand_in_roll_line_id ON roll_stand_in (roll_line_id);
CREATE INDEX ix_stay_roll_line_id ON stay (roll_line_id);
CREATE INDEX ix_stay_first_item_id ON stay (first_item_id);
CREATE INDEX ix_stay_last_item_id ON stay (last_item_id);
CREATE INDEX ix_ruling_place_id ON ruling (place_id);
CREATE INDEX ix_ruling_last_item_id ON ruling (last_item_id);
CREATE INDEX ix_ruling_first_item_id ON ruling (first_item_id);
CREATE INDEX ix_ruling_serves_id ON ruling (serves_id);
CREATE INDEX ix_ruling_meeting_id ON ruling (meeting_id);
CREATE INDEX ix_verification_correction_id ON verification (correction_id);
CREATE INDEX ix_verification_meeting_id ON verification (meeting_id);
CREATE INDEX ix_signing_verification_id ON signing (verification_id);
CREATE INDEX ix_frozen_meeting_id ON frozen (meeting_id);
CREATE INDEX ix_frozen_verification_id ON frozen (verification_id);
CREATE INDEX ix_frozen_item_id ON frozen (item_id);
CREATE INDEX ix_verifier_verification_id ON verifier (verification_id);
CREATE INDEX ix_verifier_person_id ON verifier (person_id);
CREATE INDEX ix_signer_person_id ON signer (person_id);
CREATE INDEX ix_signer_verification_id ON signer (verification_id);
CREATE INDEX ix_notice_verification_id ON notice (verification_id);
CREATE INDEX ix_notice_replaces_id ON notice (replaces_id);
CREATE INDEX ix_notice_meeting_id ON notice (meeting_id);
CREATE INDEX ix_notice_signed_by_person_id ON notice (signed_by_person_id);
CREATE INDEX ix_signature_signing_id ON signature (signing_id);
CREATE INDEX ix_signature_person_id ON signature (person_id);
CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry WHEN NEW.payload IS NOT NULL OR NEW.sequence IS NOT OLD.sequence OR NEW.time IS NOT OLD.time OR NEW.who IS NOT OLD.who OR NEW.program IS NOT OLD.program OR NEW.schema IS NOT OLD.schema OR NEW.kind IS NOT OLD.kind OR NEW.label IS NOT OLD.label OR NEW.step IS NOT OLD.step OR NEW.reverses IS NOT OLD.reverses OR NEW.barrier IS NOT OLD.barrier OR NEW.digest IS NOT OLD.digest OR NEW.hash IS NOT OLD.hash BEGIN SELECT RAISE(ABORT, 'an entry is never rewritten'); END;
CREATE TRIGGER kept_item_id BEFORE INSERT ON item WHEN EXISTS (SELECT 1 FROM item WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'item has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_item_id_update BEFORE UPDATE OF id ON item WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'item has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_motion_id BEFORE INSERT ON motion WHEN EXISTS (SELECT 1 FROM motion WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'motion has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_motion_id_update BEFORE UPDATE OF id ON motion WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'motion has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_mover_id BEFORE INSERT ON mover WHEN EXISTS (SELECT 1 FROM mover WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'mover has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_mover_id_update BEFORE UPDATE OF id ON mover WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'mover has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_put_id BEFORE INSERT ON put WHEN EXISTS (SELECT 1 FROM put WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'put has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_put_id_update BEFORE UPDATE OF id ON put WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'put has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_division_id BEFORE INSERT ON division WHEN EXISTS (SELECT 1 FROM division WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'division has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_division_id_update BEFORE UPDATE OF id ON division WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'division has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_vote_id BEFORE INSERT ON vote WHEN EXISTS (SELECT 1 FROM vote WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'vote has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_vote_id_update BEFORE UPDATE OF id ON vote WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'vote has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_opinion_id BEFORE INSERT ON opinion WHEN EXISTS (SELECT 1 FROM opinion WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'opinion has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_opinion_id_update BEFORE UPDATE OF id ON opinion WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'opinion has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_opinion_by_id BEFORE INSERT ON opinion_by WHEN EXISTS (SELECT 1 FROM opinion_by WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'opinion_by has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_opinion_by_id_update BEFORE UPDATE OF id ON opinion_by WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'opinion_by has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_election_id BEFORE INSERT ON election WHEN EXISTS (SELECT 1 FROM election WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'election has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_election_id_update BEFORE UPDATE OF id ON election WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'election has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_candidate_id BEFORE INSERT ON candidate WHEN EXISTS (SELECT 1 FROM candidate WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'candidate has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_candidate_id_update BEFORE UPDATE OF id ON candidate WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'candidate has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_own_text_id BEFORE INSERT ON own_text WHEN EXISTS (SELECT 1 FROM own_text WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'own_text has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_own_text_id_update BEFORE UPDATE OF id ON own_text WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'own_text has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_said_id BEFORE INSERT ON said WHEN EXISTS (SELECT 1 FROM said WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'said has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_said_id_update BEFORE UPDATE OF id ON said WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'said has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_proposal_id BEFORE INSERT ON proposal WHEN EXISTS (SELECT 1 FROM proposal WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'proposal has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_proposal_id_update BEFORE UPDATE OF id ON proposal WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'proposal has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_disqualification_id BEFORE INSERT ON disqualification WHEN EXISTS (SELECT 1 FROM disqualification WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'disqualification has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_disqualification_id_update BEFORE UPDATE OF id ON disqualification WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'disqualification has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_deviation_id BEFORE INSERT ON deviation WHEN EXISTS (SELECT 1 FROM deviation WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'deviation has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_deviation_id_update BEFORE UPDATE OF id ON deviation WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'deviation has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_not_taking_part_id BEFORE INSERT ON not_taking_part WHEN EXISTS (SELECT 1 FROM not_taking_part WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'not_taking_part has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_not_taking_part_id_update BEFORE UPDATE OF id ON not_taking_part WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'not_taking_part has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_recipient_id BEFORE INSERT ON recipient WHEN EXISTS (SELECT 1 FROM recipient WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'recipient has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_recipient_id_update BEFORE UPDATE OF id ON recipient WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'recipient has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_document_id BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'document has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_document_id_update BEFORE UPDATE OF id ON document WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'document has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_assignment_id BEFORE INSERT ON assignment WHEN EXISTS (SELECT 1 FROM assignment WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'assignment has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_assignment_id_update BEFORE UPDATE OF id ON assignment WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'assignment has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_agenda_act_id BEFORE INSERT ON agenda_act WHEN EXISTS (SELECT 1 FROM agenda_act WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'agenda_act has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_agenda_act_id_update BEFORE UPDATE OF id ON agenda_act WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'agenda_act has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_referral_id BEFORE INSERT ON referral WHEN EXISTS (SELECT 1 FROM referral WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'referral has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_referral_id_update BEFORE UPDATE OF id ON referral WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'referral has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_meeting_id BEFORE INSERT ON meeting WHEN EXISTS (SELECT 1 FROM meeting WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'meeting has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_meeting_id_update BEFORE UPDATE OF id ON meeting WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'meeting has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_recess_id BEFORE INSERT ON recess WHEN EXISTS (SELECT 1 FROM recess WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'recess has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_recess_id_update BEFORE UPDATE OF id ON recess WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'recess has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_attendance_id BEFORE INSERT ON attendance WHEN EXISTS (SELECT 1 FROM attendance WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'attendance has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_attendance_id_update BEFORE UPDATE OF id ON attendance WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attendance has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_attended_item_id BEFORE INSERT ON attended_item WHEN EXISTS (SELECT 1 FROM attended_item WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'attended_item has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_attended_item_id_update BEFORE UPDATE OF id ON attended_item WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attended_item has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_absence_id BEFORE INSERT ON absence WHEN EXISTS (SELECT 1 FROM absence WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'absence has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_absence_id_update BEFORE UPDATE OF id ON absence WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'absence has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_roll_line_id BEFORE INSERT ON roll_line WHEN EXISTS (SELECT 1 FROM roll_line WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'roll_line has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_roll_line_id_update BEFORE UPDATE OF id ON roll_line WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'roll_line has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_roll_stand_in_id BEFORE INSERT ON roll_stand_in WHEN EXISTS (SELECT 1 FROM roll_stand_in WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'roll_stand_in has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_roll_stand_in_id_update BEFORE UPDATE OF id ON roll_stand_in WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'roll_stand_in has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_stay_id BEFORE INSERT ON stay WHEN EXISTS (SELECT 1 FROM stay WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'stay has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_stay_id_update BEFORE UPDATE OF id ON stay WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'stay has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_ruling_id BEFORE INSERT ON ruling WHEN EXISTS (SELECT 1 FROM ruling WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'ruling has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_ruling_id_update BEFORE UPDATE OF id ON ruling WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'ruling has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_verification_id BEFORE INSERT ON verification WHEN EXISTS (SELECT 1 FROM verification WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'verification has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_verification_id_update BEFORE UPDATE OF id ON verification WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'verification has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_verifier_id BEFORE INSERT ON verifier WHEN EXISTS (SELECT 1 FROM verifier WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'verifier has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_verifier_id_update BEFORE UPDATE OF id ON verifier WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'verifier has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_signer_id BEFORE INSERT ON signer WHEN EXISTS (SELECT 1 FROM signer WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'signer has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_signer_id_update BEFORE UPDATE OF id ON signer WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'signer has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_signing_id BEFORE INSERT ON signing WHEN EXISTS (SELECT 1 FROM signing WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'signing has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_signing_id_update BEFORE UPDATE OF id ON signing WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'signing has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_signature_id BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM signature WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'signature has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_signature_id_update BEFORE UPDATE OF id ON signature WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'signature has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_correction_id BEFORE INSERT ON correction WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'correction has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_correction_id_update BEFORE UPDATE OF id ON correction WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'correction has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_notice_id BEFORE INSERT ON notice WHEN EXISTS (SELECT 1 FROM notice WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'notice has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_notice_id_update BEFORE UPDATE OF id ON notice WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'notice has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_frozen_id BEFORE INSERT ON frozen WHEN EXISTS (SELECT 1 FROM frozen WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'frozen has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_frozen_id_update BEFORE UPDATE OF id ON frozen WHEN NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'frozen has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_entry_sequence BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence) BEGIN SELECT RAISE(ABORT, 'entry has that row, which is never put in the place of another'); END;
CREATE TRIGGER kept_entry_sequence_update BEFORE UPDATE OF sequence ON entry WHEN NEW.sequence IS NOT OLD.sequence BEGIN SELECT RAISE(ABORT, 'entry has that row, which is never put in the place of another'); END;
CREATE TRIGGER frozen_item_delete BEFORE DELETE ON item WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'item is verified, and never changed'); END;
CREATE TRIGGER frozen_item_update BEFORE UPDATE OF id, meeting_id, key, number, title, registry_number, kind, presenters, proposal, earlier, summary, proceedings, decision, outcome, verified_immediately, minutes, starts, unnumbered, order_approved, doors ON item WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.id, NEW.id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.key IS OLD.key) OR NOT (NEW.number IS OLD.number) OR NOT (NEW.title IS OLD.title) OR NOT (NEW.registry_number IS OLD.registry_number) OR NOT (NEW.kind IS OLD.kind) OR NOT (NEW.presenters IS OLD.presenters) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.proposal) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.proposal) WHERE type = 'text')) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.earlier) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.earlier) WHERE type = 'text')) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.summary) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.summary) WHERE type = 'text')) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.proceedings) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.proceedings) WHERE type = 'text')) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.decision) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.decision) WHERE type = 'text')) OR NOT (NEW.outcome IS OLD.outcome) OR NOT (NEW.verified_immediately IS OLD.verified_immediately) OR NOT (NEW.minutes IS OLD.minutes) OR NOT (NEW.starts IS OLD.starts) OR NOT (NEW.unnumbered IS OLD.unnumbered) OR NOT (NEW.order_approved IS OLD.order_approved) OR NOT (NEW.doors IS OLD.doors)) BEGIN SELECT RAISE(ABORT, 'item is verified, and never changed'); END;
CREATE TRIGGER frozen_motion_insert BEFORE INSERT ON motion WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'motion is verified, and never changed'); END;
CREATE TRIGGER frozen_motion_delete BEFORE DELETE ON motion WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'motion is verified, and never changed'); END;
CREATE TRIGGER frozen_motion_update BEFORE UPDATE OF id, item_id, position, key, asks, text, withdrawn, kept, in_writing, instead_of_id, noted_at ON motion WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.key IS OLD.key) OR NOT (NEW.asks IS OLD.asks) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.text) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.text) WHERE type = 'text')) OR NOT (NEW.withdrawn IS OLD.withdrawn) OR NOT (NEW.kept IS OLD.kept) OR NOT (NEW.in_writing IS OLD.in_writing) OR NOT (NEW.instead_of_id IS OLD.instead_of_id) OR NOT (NEW.noted_at IS OLD.noted_at)) BEGIN SELECT RAISE(ABORT, 'motion is verified, and never changed'); END;
CREATE TRIGGER frozen_mover_insert BEFORE INSERT ON mover WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT motion.item_id FROM motion WHERE motion.id = NEW.motion_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'mover is verified, and never changed'); END;
CREATE TRIGGER frozen_mover_delete BEFORE DELETE ON mover WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT motion.item_id FROM motion WHERE motion.id = OLD.motion_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'mover is verified, and never changed'); END;
CREATE TRIGGER frozen_mover_update BEFORE UPDATE OF id, motion_id, position, name, party ON mover WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT motion.item_id FROM motion WHERE motion.id = OLD.motion_id), (SELECT motion.item_id FROM motion WHERE motion.id = NEW.motion_id)) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.motion_id IS OLD.motion_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party)) BEGIN SELECT RAISE(ABORT, 'mover is verified, and never changed'); END;
CREATE TRIGGER frozen_put_insert BEFORE INSERT ON put WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'put is verified, and never changed'); END;
CREATE TRIGGER frozen_put_delete BEFORE DELETE ON put WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'put is verified, and never changed'); END;
CREATE TRIGGER frozen_put_update BEFORE UPDATE OF id, item_id, position, puts, motion_id, adopted ON put WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.puts IS OLD.puts) OR NOT (NEW.motion_id IS OLD.motion_id) OR NOT (NEW.adopted IS OLD.adopted)) BEGIN SELECT RAISE(ABORT, 'put is verified, and never changed'); END;
CREATE TRIGGER frozen_division_insert BEFORE INSERT ON division WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'division is verified, and never changed'); END;
CREATE TRIGGER frozen_division_delete BEFORE DELETE ON division WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'division is verified, and never changed'); END;
CREATE TRIGGER frozen_division_update BEFORE UPDATE OF id, item_id, position, key, question, after_id, yes_means, no_means, ballot_yes, ballot_no, ballot_blank, ballot_invalid, casting_vote, result, put_id, yes_motion_id, no_motion_id, minority, lot, asked_by ON division WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.key IS OLD.key) OR NOT (NEW.question IS OLD.question) OR NOT (NEW.after_id IS OLD.after_id) OR NOT (NEW.yes_means IS OLD.yes_means) OR NOT (NEW.no_means IS OLD.no_means) OR NOT (NEW.ballot_yes IS OLD.ballot_yes) OR NOT (NEW.ballot_no IS OLD.ballot_no) OR NOT (NEW.ballot_blank IS OLD.ballot_blank) OR NOT (NEW.ballot_invalid IS OLD.ballot_invalid) OR NOT (NEW.casting_vote IS OLD.casting_vote) OR NOT (NEW.result IS OLD.result) OR NOT (NEW.put_id IS OLD.put_id) OR NOT (NEW.yes_motion_id IS OLD.yes_motion_id) OR NOT (NEW.no_motion_id IS OLD.no_motion_id) OR NOT (NEW.minority IS OLD.minority) OR NOT (NEW.lot IS OLD.lot) OR NOT (NEW.asked_by IS OLD.asked_by)) BEGIN SELECT RAISE(ABORT, 'division is verified, and never changed'); END;
CREATE TRIGGER frozen_vote_insert BEFORE INSERT ON vote WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT division.item_id FROM division WHERE division.id = NEW.division_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'vote is verified, and never changed'); END;
CREATE TRIGGER frozen_vote_delete BEFORE DELETE ON vote WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT division.item_id FROM division WHERE division.id = OLD.division_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'vote is verified, and never changed'); END;
CREATE TRIGGER frozen_vote_update BEFORE UPDATE OF id, division_id, position, name, party, answer ON vote WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT division.item_id FROM division WHERE division.id = OLD.division_id), (SELECT division.item_id FROM division WHERE division.id = NEW.division_id)) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.division_id IS OLD.division_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party) OR NOT (NEW.answer IS OLD.answer)) BEGIN SELECT RAISE(ABORT, 'vote is verified, and never changed'); END;
CREATE TRIGGER frozen_opinion_insert BEFORE INSERT ON opinion WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'opinion is verified, and never changed'); END;
CREATE TRIGGER frozen_opinion_delete BEFORE DELETE ON opinion WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'opinion is verified, and never changed'); END;
CREATE TRIGGER frozen_opinion_update BEFORE UPDATE OF id, item_id, position, kind, text, lodged_on, lodged_at, awaited, lapsed, appendix, motion_id ON opinion WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.kind IS OLD.kind) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.text) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.text) WHERE type = 'text')) OR NOT (NEW.lodged_on IS OLD.lodged_on) OR NOT (NEW.lodged_at IS OLD.lodged_at) OR NOT (NEW.awaited IS OLD.awaited) OR NOT (NEW.lapsed IS OLD.lapsed) OR NOT (NEW.appendix IS OLD.appendix) OR NOT (NEW.motion_id IS OLD.motion_id)) BEGIN SELECT RAISE(ABORT, 'opinion is verified, and never changed'); END;
CREATE TRIGGER frozen_opinion_by_insert BEFORE INSERT ON opinion_by WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT opinion.item_id FROM opinion WHERE opinion.id = NEW.opinion_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'opinion_by is verified, and never changed'); END;
CREATE TRIGGER frozen_opinion_by_delete BEFORE DELETE ON opinion_by WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT opinion.item_id FROM opinion WHERE opinion.id = OLD.opinion_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'opinion_by is verified, and never changed'); END;
CREATE TRIGGER frozen_opinion_by_update BEFORE UPDATE OF id, opinion_id, position, name, party ON opinion_by WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT opinion.item_id FROM opinion WHERE opinion.id = OLD.opinion_id), (SELECT opinion.item_id FROM opinion WHERE opinion.id = NEW.opinion_id)) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.opinion_id IS OLD.opinion_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party)) BEGIN SELECT RAISE(ABORT, 'opinion_by is verified, and never changed'); END;
CREATE TRIGGER frozen_election_insert BEFORE INSERT ON election WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'election is verified, and never changed'); END;
CREATE TRIGGER frozen_election_delete BEFORE DELETE ON election WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'election is verified, and never changed'); END;
CREATE TRIGGER frozen_election_update BEFORE UPDATE OF id, item_id, position, office, seats, method, blank, invalid ON election WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.office IS OLD.office) OR NOT (NEW.seats IS OLD.seats) OR NOT (NEW.method IS OLD.method) OR NOT (NEW.blank IS OLD.blank) OR NOT (NEW.invalid IS OLD.invalid)) BEGIN SELECT RAISE(ABORT, 'election is verified, and never changed'); END;
CREATE TRIGGER frozen_candidate_insert BEFORE INSERT ON candidate WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT election.item_id FROM election WHERE election.id = NEW.election_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'candidate is verified, and never changed'); END;
CREATE TRIGGER frozen_candidate_delete BEFORE DELETE ON candidate WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT election.item_id FROM election WHERE election.id = OLD.election_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'candidate is verified, and never changed'); END;
CREATE TRIGGER frozen_candidate_update BEFORE UPDATE OF id, election_id, position, name, party, votes, elected, by_lot ON candidate WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT election.item_id FROM election WHERE election.id = OLD.election_id), (SELECT election.item_id FROM election WHERE election.id = NEW.election_id)) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.election_id IS OLD.election_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party) OR NOT (NEW.votes IS OLD.votes) OR NOT (NEW.elected IS OLD.elected) OR NOT (NEW.by_lot IS OLD.by_lot)) BEGIN SELECT RAISE(ABORT, 'candidate is verified, and never changed'); END;
CREATE TRIGGER frozen_own_text_insert BEFORE INSERT ON own_text WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'own_text is verified, and never changed'); END;
CREATE TRIGGER frozen_own_text_delete BEFORE DELETE ON own_text WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'own_text is verified, and never changed'); END;
CREATE TRIGGER frozen_own_text_update BEFORE UPDATE OF id, item_id, part, text ON own_text WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.part IS OLD.part) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.text) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.text) WHERE type = 'text'))) BEGIN SELECT RAISE(ABORT, 'own_text is verified, and never changed'); END;
CREATE TRIGGER frozen_said_insert BEFORE INSERT ON said WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT own_text.item_id FROM own_text WHERE own_text.id = NEW.own_text_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'said is verified, and never changed'); END;
CREATE TRIGGER frozen_said_delete BEFORE DELETE ON said WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT own_text.item_id FROM own_text WHERE own_text.id = OLD.own_text_id)) AND released = 0) BEGIN SELECT RAISE(ABORT, 'said is verified, and never changed'); END;
CREATE TRIGGER frozen_said_update BEFORE UPDATE OF id, own_text_id, position, key, words ON said WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ((SELECT own_text.item_id FROM own_text WHERE own_text.id = OLD.own_text_id), (SELECT own_text.item_id FROM own_text WHERE own_text.id = NEW.own_text_id)) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.own_text_id IS OLD.own_text_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.key IS OLD.key) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.words) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.words) WHERE type = 'text'))) BEGIN SELECT RAISE(ABORT, 'said is verified, and never changed'); END;
CREATE TRIGGER frozen_proposal_insert BEFORE INSERT ON proposal WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'proposal is verified, and never changed'); END;
CREATE TRIGGER frozen_proposal_delete BEFORE DELETE ON proposal WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'proposal is verified, and never changed'); END;
CREATE TRIGGER frozen_proposal_update BEFORE UPDATE OF id, item_id, position, body_name, decision ON proposal WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.body_name IS OLD.body_name) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.decision) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.decision) WHERE type = 'text'))) BEGIN SELECT RAISE(ABORT, 'proposal is verified, and never changed'); END;
CREATE TRIGGER frozen_disqualification_insert BEFORE INSERT ON disqualification WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'disqualification is verified, and never changed'); END;
CREATE TRIGGER frozen_disqualification_delete BEFORE DELETE ON disqualification WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'disqualification is verified, and never changed'); END;
CREATE TRIGGER frozen_disqualification_update BEFORE UPDATE OF id, item_id, position, name, party, ground, raised_by ON disqualification WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party) OR NOT (NEW.ground IS OLD.ground) OR NOT (NEW.raised_by IS OLD.raised_by)) BEGIN SELECT RAISE(ABORT, 'disqualification is verified, and never changed'); END;
CREATE TRIGGER frozen_deviation_insert BEFORE INSERT ON deviation WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'deviation is verified, and never changed'); END;
CREATE TRIGGER frozen_deviation_delete BEFORE DELETE ON deviation WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'deviation is verified, and never changed'); END;
CREATE TRIGGER frozen_deviation_update BEFORE UPDATE OF id, item_id, position, rule, who_name, who_party, reason ON deviation WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.rule IS OLD.rule) OR NOT (NEW.who_name IS OLD.who_name) OR NOT (NEW.who_party IS OLD.who_party) OR NOT (NEW.reason IS OLD.reason)) BEGIN SELECT RAISE(ABORT, 'deviation is verified, and never changed'); END;
CREATE TRIGGER frozen_not_taking_part_insert BEFORE INSERT ON not_taking_part WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'not_taking_part is verified, and never changed'); END;
CREATE TRIGGER frozen_not_taking_part_delete BEFORE DELETE ON not_taking_part WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'not_taking_part is verified, and never changed'); END;
CREATE TRIGGER frozen_not_taking_part_update BEFORE UPDATE OF id, item_id, position, name, party ON not_taking_part WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party)) BEGIN SELECT RAISE(ABORT, 'not_taking_part is verified, and never changed'); END;
CREATE TRIGGER frozen_recipient_insert BEFORE INSERT ON recipient WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'recipient is verified, and never changed'); END;
CREATE TRIGGER frozen_recipient_delete BEFORE DELETE ON recipient WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'recipient is verified, and never changed'); END;
CREATE TRIGGER frozen_recipient_update BEFORE UPDATE OF id, item_id, position, name ON recipient WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name)) BEGIN SELECT RAISE(ABORT, 'recipient is verified, and never changed'); END;
CREATE TRIGGER frozen_document_insert BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'document is verified, and never changed'); END;
CREATE TRIGGER frozen_document_delete BEFORE DELETE ON document WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'document is verified, and never changed'); END;
CREATE TRIGGER frozen_document_update BEFORE UPDATE OF id, item_id, position, title, sha256, media_type, number, file_name ON document WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.title IS OLD.title) OR NOT (NEW.sha256 IS OLD.sha256) OR NOT (NEW.media_type IS OLD.media_type) OR NOT (NEW.number IS OLD.number) OR NOT (NEW.file_name IS OLD.file_name)) BEGIN SELECT RAISE(ABORT, 'document is verified, and never changed'); END;
CREATE TRIGGER frozen_assignment_insert BEFORE INSERT ON assignment WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'assignment is verified, and never changed'); END;
CREATE TRIGGER frozen_assignment_delete BEFORE DELETE ON assignment WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'assignment is verified, and never changed'); END;
CREATE TRIGGER frozen_assignment_update BEFORE UPDATE OF id, item_id, meeting_id, body_id, position, key, name, party, text, due ON assignment WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.body_id IS OLD.body_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.key IS OLD.key) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party) OR NOT (NEW.text IS OLD.text) OR NOT (NEW.due IS OLD.due)) BEGIN SELECT RAISE(ABORT, 'assignment is verified, and never changed'); END;
CREATE TRIGGER frozen_agenda_act_insert BEFORE INSERT ON agenda_act WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'agenda_act is verified, and never changed'); END;
CREATE TRIGGER frozen_agenda_act_delete BEFORE DELETE ON agenda_act WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'agenda_act is verified, and never changed'); END;
CREATE TRIGGER frozen_agenda_act_update BEFORE UPDATE OF id, item_id, position, act, proposed_by, done_on, done_at, reason ON agenda_act WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.act IS OLD.act) OR NOT (NEW.proposed_by IS OLD.proposed_by) OR NOT (NEW.done_on IS OLD.done_on) OR NOT (NEW.done_at IS OLD.done_at) OR NOT (NEW.reason IS OLD.reason)) BEGIN SELECT RAISE(ABORT, 'agenda_act is verified, and never changed'); END;
CREATE TRIGGER frozen_referral_insert BEFORE INSERT ON referral WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (NEW.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'referral is verified, and never changed'); END;
CREATE TRIGGER frozen_referral_delete BEFORE DELETE ON referral WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id) AND released = 0) BEGIN SELECT RAISE(ABORT, 'referral is verified, and never changed'); END;
CREATE TRIGGER frozen_referral_update BEFORE UPDATE OF id, item_id, title, due, referees, questions ON referral WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN (OLD.item_id, NEW.item_id) AND released = 0) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.title IS OLD.title) OR NOT (NEW.due IS OLD.due) OR NOT (NEW.referees IS OLD.referees) OR NOT (NEW.questions IS OLD.questions)) BEGIN SELECT RAISE(ABORT, 'referral is verified, and never changed'); END;
CREATE TRIGGER frozen_meeting_delete BEFORE DELETE ON meeting WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'meeting is verified, and never changed'); END;
CREATE TRIGGER frozen_meeting_update BEFORE UPDATE OF id, body_id, date, starts, ends, end_date, place, chair_name, chair_party, secretary_name, secretary_party, minuted, rules, papers_due, announced_on, cancelled_on, cancelled_because, opened, doors, as_verified ON meeting WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.id, NEW.id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.body_id IS OLD.body_id) OR NOT (NEW.date IS OLD.date) OR NOT (NEW.starts IS OLD.starts) OR NOT (NEW.ends IS OLD.ends) OR NOT (NEW.end_date IS OLD.end_date) OR NOT (NEW.place IS OLD.place) OR NOT (NEW.chair_name IS OLD.chair_name) OR NOT (NEW.chair_party IS OLD.chair_party) OR NOT (NEW.secretary_name IS OLD.secretary_name) OR NOT (NEW.secretary_party IS OLD.secretary_party) OR NOT (NEW.minuted IS OLD.minuted) OR NOT (NEW.rules IS OLD.rules) OR NOT (NEW.papers_due IS OLD.papers_due) OR NOT (NEW.announced_on IS OLD.announced_on) OR NOT (NEW.cancelled_on IS OLD.cancelled_on) OR NOT (NEW.cancelled_because IS OLD.cancelled_because) OR NOT (NEW.opened IS OLD.opened) OR NOT (NEW.doors IS OLD.doors) OR NOT (NEW.as_verified IS OLD.as_verified)) BEGIN SELECT RAISE(ABORT, 'meeting is verified, and never changed'); END;
CREATE TRIGGER frozen_recess_insert BEFORE INSERT ON recess WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'recess is verified, and never changed'); END;
CREATE TRIGGER frozen_recess_delete BEFORE DELETE ON recess WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'recess is verified, and never changed'); END;
CREATE TRIGGER frozen_recess_update BEFORE UPDATE OF id, meeting_id, starts, ends, adjourned, ends_on, after_item_id ON recess WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id, NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.starts IS OLD.starts) OR NOT (NEW.ends IS OLD.ends) OR NOT (NEW.adjourned IS OLD.adjourned) OR NOT (NEW.ends_on IS OLD.ends_on) OR NOT (NEW.after_item_id IS OLD.after_item_id)) BEGIN SELECT RAISE(ABORT, 'recess is verified, and never changed'); END;
CREATE TRIGGER frozen_attendance_insert BEFORE INSERT ON attendance WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'attendance is verified, and never changed'); END;
CREATE TRIGGER frozen_attendance_delete BEFORE DELETE ON attendance WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'attendance is verified, and never changed'); END;
CREATE TRIGGER frozen_attendance_update BEFORE UPDATE OF id, meeting_id, position, name, party, attends_as, serves_for_name, serves_for_party, title, paragraphs, remote, partly, came_at, went_at ON attendance WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id, NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party) OR NOT (NEW.attends_as IS OLD.attends_as) OR NOT (NEW.serves_for_name IS OLD.serves_for_name) OR NOT (NEW.serves_for_party IS OLD.serves_for_party) OR NOT (NEW.title IS OLD.title) OR NOT (NEW.paragraphs IS OLD.paragraphs) OR NOT (NEW.remote IS OLD.remote) OR NOT (NEW.partly IS OLD.partly) OR NOT (NEW.came_at IS OLD.came_at) OR NOT (NEW.went_at IS OLD.went_at)) BEGIN SELECT RAISE(ABORT, 'attendance is verified, and never changed'); END;
CREATE TRIGGER frozen_attended_item_insert BEFORE INSERT ON attended_item WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT attendance.meeting_id FROM attendance WHERE attendance.id = NEW.attendance_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'attended_item is verified, and never changed'); END;
CREATE TRIGGER frozen_attended_item_delete BEFORE DELETE ON attended_item WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT attendance.meeting_id FROM attendance WHERE attendance.id = OLD.attendance_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'attended_item is verified, and never changed'); END;
CREATE TRIGGER frozen_attended_item_update BEFORE UPDATE OF id, attendance_id, item_id ON attended_item WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT attendance.meeting_id FROM attendance WHERE attendance.id = OLD.attendance_id), (SELECT attendance.meeting_id FROM attendance WHERE attendance.id = NEW.attendance_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.attendance_id IS OLD.attendance_id) OR NOT (NEW.item_id IS OLD.item_id)) BEGIN SELECT RAISE(ABORT, 'attended_item is verified, and never changed'); END;
CREATE TRIGGER frozen_absence_insert BEFORE INSERT ON absence WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'absence is verified, and never changed'); END;
CREATE TRIGGER frozen_absence_delete BEFORE DELETE ON absence WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'absence is verified, and never changed'); END;
CREATE TRIGGER frozen_absence_update BEFORE UPDATE OF id, meeting_id, position, name, party, told ON absence WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id, NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party) OR NOT (NEW.told IS OLD.told)) BEGIN SELECT RAISE(ABORT, 'absence is verified, and never changed'); END;
CREATE TRIGGER frozen_roll_line_insert BEFORE INSERT ON roll_line WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'roll_line is verified, and never changed'); END;
CREATE TRIGGER frozen_roll_line_delete BEFORE DELETE ON roll_line WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'roll_line is verified, and never changed'); END;
CREATE TRIGGER frozen_roll_line_update BEFORE UPDATE OF id, meeting_id, position, role, who_name, who_party, seat_party, represents, title, personal_for_id, instead_of_name, instead_of_party, since, rights ON roll_line WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id, NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.role IS OLD.role) OR NOT (NEW.who_name IS OLD.who_name) OR NOT (NEW.who_party IS OLD.who_party) OR NOT (NEW.seat_party IS OLD.seat_party) OR NOT (NEW.represents IS OLD.represents) OR NOT (NEW.title IS OLD.title) OR NOT (NEW.personal_for_id IS OLD.personal_for_id) OR NOT (NEW.instead_of_name IS OLD.instead_of_name) OR NOT (NEW.instead_of_party IS OLD.instead_of_party) OR NOT (NEW.since IS OLD.since) OR NOT (NEW.rights IS OLD.rights)) BEGIN SELECT RAISE(ABORT, 'roll_line is verified, and never changed'); END;
CREATE TRIGGER frozen_roll_stand_in_insert BEFORE INSERT ON roll_stand_in WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT roll_line.meeting_id FROM roll_line WHERE roll_line.id = NEW.roll_line_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'roll_stand_in is verified, and never changed'); END;
CREATE TRIGGER frozen_roll_stand_in_delete BEFORE DELETE ON roll_stand_in WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT roll_line.meeting_id FROM roll_line WHERE roll_line.id = OLD.roll_line_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'roll_stand_in is verified, and never changed'); END;
CREATE TRIGGER frozen_roll_stand_in_update BEFORE UPDATE OF id, roll_line_id, position, alternate_id ON roll_stand_in WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT roll_line.meeting_id FROM roll_line WHERE roll_line.id = OLD.roll_line_id), (SELECT roll_line.meeting_id FROM roll_line WHERE roll_line.id = NEW.roll_line_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.roll_line_id IS OLD.roll_line_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.alternate_id IS OLD.alternate_id)) BEGIN SELECT RAISE(ABORT, 'roll_stand_in is verified, and never changed'); END;
CREATE TRIGGER frozen_stay_insert BEFORE INSERT ON stay WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT roll_line.meeting_id FROM roll_line WHERE roll_line.id = NEW.roll_line_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'stay is verified, and never changed'); END;
CREATE TRIGGER frozen_stay_delete BEFORE DELETE ON stay WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT roll_line.meeting_id FROM roll_line WHERE roll_line.id = OLD.roll_line_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'stay is verified, and never changed'); END;
CREATE TRIGGER frozen_stay_update BEFORE UPDATE OF id, roll_line_id, position, first_item_id, came, last_item_id, went, remote, came_at, went_at ON stay WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ((SELECT roll_line.meeting_id FROM roll_line WHERE roll_line.id = OLD.roll_line_id), (SELECT roll_line.meeting_id FROM roll_line WHERE roll_line.id = NEW.roll_line_id)) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.roll_line_id IS OLD.roll_line_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.first_item_id IS OLD.first_item_id) OR NOT (NEW.came IS OLD.came) OR NOT (NEW.last_item_id IS OLD.last_item_id) OR NOT (NEW.went IS OLD.went) OR NOT (NEW.remote IS OLD.remote) OR NOT (NEW.came_at IS OLD.came_at) OR NOT (NEW.went_at IS OLD.went_at)) BEGIN SELECT RAISE(ABORT, 'stay is verified, and never changed'); END;
CREATE TRIGGER frozen_ruling_insert BEFORE INSERT ON ruling WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'ruling is verified, and never changed'); END;
CREATE TRIGGER frozen_ruling_delete BEFORE DELETE ON ruling WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'ruling is verified, and never changed'); END;
CREATE TRIGGER frozen_ruling_update BEFORE UPDATE OF id, meeting_id, position, place_id, serves_id, first_item_id, last_item_id, reason ON ruling WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id, NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.place_id IS OLD.place_id) OR NOT (NEW.serves_id IS OLD.serves_id) OR NOT (NEW.first_item_id IS OLD.first_item_id) OR NOT (NEW.last_item_id IS OLD.last_item_id) OR NOT (NEW.reason IS OLD.reason)) BEGIN SELECT RAISE(ABORT, 'ruling is verified, and never changed'); END;
CREATE TRIGGER kept_item_insert BEFORE INSERT ON item WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (NEW.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'item is verified, and never changed'); END;
CREATE TRIGGER kept_item_delete BEFORE DELETE ON item WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (OLD.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) BEGIN SELECT RAISE(ABORT, 'item is verified, and never changed'); END;
CREATE TRIGGER kept_item_update BEFORE UPDATE OF meeting_id, number, position ON item WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN (NEW.meeting_id, OLD.meeting_id) AND item_id IS NULL AND released = 0 AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL) AND (NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.number IS OLD.number) OR NOT (NEW.position IS OLD.position)) BEGIN SELECT RAISE(ABORT, 'item is verified, and never changed'); END;
CREATE TRIGGER frozen_verification_update BEFORE UPDATE ON verification WHEN (OLD.withdrawn_on IS NOT NULL OR EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (OLD.id))) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.paragraphs IS OLD.paragraphs) OR NOT (NEW.place IS OLD.place) OR NOT (NEW.date IS OLD.date) OR NOT (NEW.time IS OLD.time) OR NOT (NEW.immediate IS OLD.immediate) OR NOT (NEW.correction_id IS OLD.correction_id) OR NOT (NEW.ready_on IS OLD.ready_on) OR NOT (NEW.control IS OLD.control) OR NOT (NEW.moved_to IS OLD.moved_to) OR NOT (NEW.moved_because IS OLD.moved_because) OR ((NOT (NEW.withdrawn_on IS OLD.withdrawn_on) OR NOT (NEW.withdrawn_by IS OLD.withdrawn_by) OR NOT (NEW.withdrawn_and_by IS OLD.withdrawn_and_by) OR NOT (NEW.withdrawn_because IS OLD.withdrawn_because)) AND NOT IFNULL(OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL AND NEW.withdrawn_by <> '' AND NEW.withdrawn_and_by <> '' AND NEW.withdrawn_by <> NEW.withdrawn_and_by AND NEW.withdrawn_because <> '' AND NOT EXISTS (SELECT 1 FROM notice WHERE notice.meeting_id = OLD.meeting_id AND posted IS NOT NULL AND (verification_id IS NULL OR verification_id = OLD.id)), 0))) BEGIN SELECT RAISE(ABORT, 'verification is verified, and never changed'); END;
CREATE TRIGGER frozen_verification_delete BEFORE DELETE ON verification WHEN (OLD.withdrawn_on IS NOT NULL OR EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (OLD.id))) BEGIN SELECT RAISE(ABORT, 'verification is verified, and never changed'); END;
CREATE TRIGGER frozen_verifier_insert BEFORE INSERT ON verifier WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (NEW.verification_id)) BEGIN SELECT RAISE(ABORT, 'verifier is verified, and never changed'); END;
CREATE TRIGGER frozen_verifier_delete BEFORE DELETE ON verifier WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (OLD.verification_id)) BEGIN SELECT RAISE(ABORT, 'verifier is verified, and never changed'); END;
CREATE TRIGGER frozen_verifier_update BEFORE UPDATE ON verifier WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (OLD.verification_id, NEW.verification_id)) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.verification_id IS OLD.verification_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party)) BEGIN SELECT RAISE(ABORT, 'verifier is verified, and never changed'); END;
CREATE TRIGGER frozen_signer_insert BEFORE INSERT ON signer WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (NEW.verification_id)) BEGIN SELECT RAISE(ABORT, 'signer is verified, and never changed'); END;
CREATE TRIGGER frozen_signer_delete BEFORE DELETE ON signer WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (OLD.verification_id)) AND NOT EXISTS (SELECT 1 FROM verification WHERE verification.id = OLD.verification_id AND withdrawn_on IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'signer is verified, and never changed'); END;
CREATE TRIGGER frozen_signer_update BEFORE UPDATE ON signer WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (OLD.verification_id, NEW.verification_id)) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.verification_id IS OLD.verification_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party)) BEGIN SELECT RAISE(ABORT, 'signer is verified, and never changed'); END;
CREATE TRIGGER frozen_signing_insert BEFORE INSERT ON signing WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (NEW.verification_id)) BEGIN SELECT RAISE(ABORT, 'signing is verified, and never changed'); END;
CREATE TRIGGER frozen_signing_delete BEFORE DELETE ON signing WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (OLD.verification_id)) BEGIN SELECT RAISE(ABORT, 'signing is verified, and never changed'); END;
CREATE TRIGGER frozen_signing_update BEFORE UPDATE ON signing WHEN EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN (OLD.verification_id)) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.verification_id IS OLD.verification_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.way IS OLD.way) OR NOT (NEW.begun_on IS OLD.begun_on) OR NOT (NEW.begun_at IS OLD.begun_at) OR NOT (NEW.original IS OLD.original) OR (OLD.ended IS NOT NULL AND NEW.ended IS NOT OLD.ended) OR (OLD.ended_on IS NOT NULL AND NEW.ended_on IS NOT OLD.ended_on) OR (OLD.ended_because IS NOT NULL AND NEW.ended_because IS NOT OLD.ended_because) OR (OLD.returned IS NOT NULL AND NEW.returned IS NOT OLD.returned) OR (OLD.returned_type IS NOT NULL AND NEW.returned_type IS NOT OLD.returned_type) OR (OLD.verdict IS NOT NULL AND NEW.verdict IS NOT OLD.verdict) OR (OLD.accepted_by IS NOT NULL AND NEW.accepted_by IS NOT OLD.accepted_by) OR (OLD.accepted_on IS NOT NULL AND NEW.accepted_on IS NOT OLD.accepted_on) OR (OLD.report IS NOT '[]' AND NEW.report IS NOT OLD.report)) BEGIN SELECT RAISE(ABORT, 'signing is verified, and never changed'); END;
CREATE TRIGGER frozen_signature_insert BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM signing JOIN frozen ON frozen.verification_id = signing.verification_id WHERE signing.id IN (NEW.signing_id) AND ended IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'signature is verified, and never changed'); END;
CREATE TRIGGER frozen_signature_delete BEFORE DELETE ON signature WHEN EXISTS (SELECT 1 FROM signing JOIN frozen ON frozen.verification_id = signing.verification_id WHERE signing.id IN (OLD.signing_id) AND ended IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'signature is verified, and never changed'); END;
CREATE TRIGGER frozen_signature_update BEFORE UPDATE ON signature WHEN EXISTS (SELECT 1 FROM signing JOIN frozen ON frozen.verification_id = signing.verification_id WHERE signing.id IN (OLD.signing_id, NEW.signing_id) AND ended IS NOT NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.signing_id IS OLD.signing_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.name IS OLD.name) OR NOT (NEW.party IS OLD.party) OR NOT (NEW.signs_as IS OLD.signs_as) OR NOT (NEW.paragraphs IS OLD.paragraphs) OR NOT (NEW.signed_on IS OLD.signed_on) OR NOT (NEW.signed_at IS OLD.signed_at) OR NOT (NEW.field IS OLD.field) OR NOT (NEW.certificate IS OLD.certificate) OR NOT (NEW.issuer IS OLD.issuer) OR NOT (NEW.fingerprint IS OLD.fingerprint) OR NOT (NEW.time_stamped IS OLD.time_stamped)) BEGIN SELECT RAISE(ABORT, 'signature is verified, and never changed'); END;
CREATE TRIGGER frozen_correction_update BEFORE UPDATE ON correction WHEN EXISTS (SELECT 1 FROM verification JOIN frozen ON verification_id = verification.id WHERE correction_id = OLD.id AND withdrawn_on IS NULL) AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.made_on IS OLD.made_on) OR NOT (NEW.by_name IS OLD.by_name) OR NOT (NEW.by_party IS OLD.by_party) OR NOT ((SELECT group_concat(atom, '') FROM json_tree(NEW.text) WHERE type = 'text') IS (SELECT group_concat(atom, '') FROM json_tree(OLD.text) WHERE type = 'text')) OR NOT (NEW.because IS OLD.because)) BEGIN SELECT RAISE(ABORT, 'correction is verified, and never changed'); END;
CREATE TRIGGER frozen_correction_delete BEFORE DELETE ON correction WHEN EXISTS (SELECT 1 FROM verification JOIN frozen ON verification_id = verification.id WHERE correction_id = OLD.id AND withdrawn_on IS NULL) BEGIN SELECT RAISE(ABORT, 'correction is verified, and never changed'); END;
CREATE TRIGGER posted_notice_update BEFORE UPDATE ON notice WHEN OLD.posted IS NOT NULL AND (NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.position IS OLD.position) OR NOT (NEW.paragraphs IS OLD.paragraphs) OR NOT (NEW.posted IS OLD.posted) OR NOT (NEW.kept_at IS OLD.kept_at) OR NOT (NEW.verification_id IS OLD.verification_id) OR NOT (NEW.board IS OLD.board) OR NOT (NEW.last_day IS OLD.last_day) OR NOT (NEW.replaces_id IS OLD.replaces_id) OR (OLD.removed IS NOT NULL AND NEW.removed IS NOT OLD.removed) OR (OLD.flawed IS NOT NULL AND NEW.flawed IS NOT OLD.flawed) OR (OLD.signed_by_name IS NOT NULL AND NEW.signed_by_name IS NOT OLD.signed_by_name) OR (OLD.signed_by_party IS NOT NULL AND NEW.signed_by_party IS NOT OLD.signed_by_party)) BEGIN SELECT RAISE(ABORT, 'notice is posted, and never changed'); END;
CREATE TRIGGER posted_notice_delete BEFORE DELETE ON notice WHEN OLD.posted IS NOT NULL BEGIN SELECT RAISE(ABORT, 'notice is posted, and never changed'); END;
CREATE TRIGGER frozen_stays BEFORE DELETE ON frozen WHEN 1 BEGIN SELECT RAISE(ABORT, 'frozen is verified, and never changed'); END;
CREATE TRIGGER frozen_unchanged BEFORE UPDATE ON frozen WHEN NOT (NEW.id IS OLD.id) OR NOT (NEW.meeting_id IS OLD.meeting_id) OR NOT (NEW.item_id IS OLD.item_id) OR NOT (NEW.verification_id IS OLD.verification_id) OR NOT (NEW.digest IS OLD.digest) OR NOT (NEW.worded IS OLD.worded) OR (NEW.released IS NOT OLD.released AND NOT (OLD.released = 0 AND NEW.released = 1 AND EXISTS (SELECT 1 FROM verification WHERE verification.id = OLD.verification_id AND withdrawn_on IS NOT NULL))) BEGIN SELECT RAISE(ABORT, 'frozen is verified, and never changed'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('organisation',1);
INSERT INTO "sqlite_sequence" VALUES('body',2);
INSERT INTO "sqlite_sequence" VALUES('person',4);
INSERT INTO "sqlite_sequence" VALUES('meeting_type',2);
INSERT INTO "sqlite_sequence" VALUES('invited',3);
INSERT INTO "sqlite_sequence" VALUES('seat',5);
INSERT INTO "sqlite_sequence" VALUES('stand_in',2);
INSERT INTO "sqlite_sequence" VALUES('matter',2);
INSERT INTO "sqlite_sequence" VALUES('meeting_pattern',2);
INSERT INTO "sqlite_sequence" VALUES('standing_item',2);
INSERT INTO "sqlite_sequence" VALUES('phrase',4);
INSERT INTO "sqlite_sequence" VALUES('first_number',2);
INSERT INTO "sqlite_sequence" VALUES('own_word',2);
INSERT INTO "sqlite_sequence" VALUES('addressee',2);
INSERT INTO "sqlite_sequence" VALUES('trusted_issuer',2);
INSERT INTO "sqlite_sequence" VALUES('meeting',2);
INSERT INTO "sqlite_sequence" VALUES('recess',2);
INSERT INTO "sqlite_sequence" VALUES('item',6);
INSERT INTO "sqlite_sequence" VALUES('document',2);
INSERT INTO "sqlite_sequence" VALUES('recipient',2);
INSERT INTO "sqlite_sequence" VALUES('proposal',2);
INSERT INTO "sqlite_sequence" VALUES('motion',4);
INSERT INTO "sqlite_sequence" VALUES('mover',4);
INSERT INTO "sqlite_sequence" VALUES('put',2);
INSERT INTO "sqlite_sequence" VALUES('division',2);
INSERT INTO "sqlite_sequence" VALUES('vote',2);
INSERT INTO "sqlite_sequence" VALUES('election',2);
INSERT INTO "sqlite_sequence" VALUES('candidate',2);
INSERT INTO "sqlite_sequence" VALUES('opinion',3);
INSERT INTO "sqlite_sequence" VALUES('opinion_by',4);
INSERT INTO "sqlite_sequence" VALUES('own_text',2);
INSERT INTO "sqlite_sequence" VALUES('said',4);
INSERT INTO "sqlite_sequence" VALUES('disqualification',2);
INSERT INTO "sqlite_sequence" VALUES('deviation',2);
INSERT INTO "sqlite_sequence" VALUES('not_taking_part',2);
INSERT INTO "sqlite_sequence" VALUES('assignment',4);
INSERT INTO "sqlite_sequence" VALUES('report',2);
INSERT INTO "sqlite_sequence" VALUES('referral',1);
INSERT INTO "sqlite_sequence" VALUES('answer',2);
INSERT INTO "sqlite_sequence" VALUES('answer_text',3);
INSERT INTO "sqlite_sequence" VALUES('agenda_act',2);
INSERT INTO "sqlite_sequence" VALUES('paper',2);
INSERT INTO "sqlite_sequence" VALUES('comment',2);
INSERT INTO "sqlite_sequence" VALUES('speaker',2);
INSERT INTO "sqlite_sequence" VALUES('appeal_step',2);
INSERT INTO "sqlite_sequence" VALUES('receipt',2);
INSERT INTO "sqlite_sequence" VALUES('dispatch',2);
INSERT INTO "sqlite_sequence" VALUES('call_up',2);
INSERT INTO "sqlite_sequence" VALUES('attendance',4);
INSERT INTO "sqlite_sequence" VALUES('attended_item',2);
INSERT INTO "sqlite_sequence" VALUES('absence',2);
INSERT INTO "sqlite_sequence" VALUES('verification',4);
INSERT INTO "sqlite_sequence" VALUES('verifier',4);
INSERT INTO "sqlite_sequence" VALUES('signer',3);
INSERT INTO "sqlite_sequence" VALUES('signing',2);
INSERT INTO "sqlite_sequence" VALUES('signature',2);
INSERT INTO "sqlite_sequence" VALUES('notice',2);
INSERT INTO "sqlite_sequence" VALUES('correction',2);
INSERT INTO "sqlite_sequence" VALUES('archived',1);
INSERT INTO "sqlite_sequence" VALUES('objection',2);
INSERT INTO "sqlite_sequence" VALUES('group_meeting',2);
INSERT INTO "sqlite_sequence" VALUES('sending',2);
INSERT INTO "sqlite_sequence" VALUES('sent_item',2);
INSERT INTO "sqlite_sequence" VALUES('sent_document',2);
INSERT INTO "sqlite_sequence" VALUES('roll_line',7);
INSERT INTO "sqlite_sequence" VALUES('stay',6);
INSERT INTO "sqlite_sequence" VALUES('roll_stand_in',2);
INSERT INTO "sqlite_sequence" VALUES('ruling',3);
INSERT INTO "sqlite_sequence" VALUES('delegated',2);
INSERT INTO "sqlite_sequence" VALUES('frozen',2);
COMMIT;
