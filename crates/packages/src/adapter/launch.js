// Launches the guide in its frame, between the system and the page. The frame moves from page to page; this page, and with it
// the system's session, stays.

import { Course } from "./course.js";
import { System } from "./system.js";

const table = JSON.parse(document.getElementById("table").textContent);
const [status, frame, leave] = ["status", "guide", "leave"].map((id) => document.getElementById(id));
const tell = (text) => {
  status.textContent = text;
  status.hidden = !text;
};
const course = new Course(table, new System(), tell);
window.CONCORD = course;
frame.src = await course.open();
leave.hidden = !course.back;
leave.addEventListener("click", async () => {
  leave.disabled = true;
  await course.end();
  location.assign(course.back);
});
addEventListener("online", () => course.send());
document.addEventListener("visibilitychange", () => document.hidden && course.send());
addEventListener("pagehide", () => course.end());
// A session that was ended is not had again.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
