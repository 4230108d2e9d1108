// Saves what was written in a form of Klubban as a file of its own; nothing is sent anywhere.
(function () {
  "use strict";
  var fields = Array.prototype.slice.call(document.querySelectorAll("[data-field]"));
  var button = document.getElementById("save");
  var told = document.getElementById("saved");
  var unsaved = false;

  function grow(field) {
    if (field.tagName === "TEXTAREA") {
      field.style.height = "auto";
      field.style.height = field.scrollHeight + 4 + "px";
    }
  }

  fields.forEach(function (field) {
    field.addEventListener("input", function () {
      unsaved = true;
      told.textContent = "";
      grow(field);
    });
  });

  button.addEventListener("click", function () {
    var answers = {};
    fields.forEach(function (field) {
      answers[field.getAttribute("data-field")] = field.value;
    });
    var saved = {
      "klubban-reply": 1,
      form: button.getAttribute("data-code"),
      title: document.title,
      fields: answers
    };
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(saved, null, 1)], {type: "application/json"}));
    link.download = button.getAttribute("data-file");
    document.body.appendChild(link);
    link.click();
    link.remove();
    unsaved = false;
    told.textContent = told.getAttribute("data-told");
  });

  window.addEventListener("beforeunload", function (event) {
    if (unsaved) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
})();
