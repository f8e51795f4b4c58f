// What the page does with a server behind it: decisions written down, documents dropped, progress, changes on the disk.
"use strict";
(() => {
  const { page, say, tell, byId, take, decided } = globalThis.consistency;
  const post = async (where, body, type = "application/json") => {
    const answer = await fetch(where, { method: "POST", headers: { "Content-Type": type }, body });
    const found = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(found.error || `${answer.status}`);
    return found;
  };
  page.write = (finding, decision) => post("decide", JSON.stringify({ finding, decision }));
  page.remove = (name) => post("remove", JSON.stringify({ name }));

  const bar = byId("bar");
  const progress = (words, done, count) => {
    byId("progress").textContent = words;
    bar.hidden = count === undefined;
    if (count) [bar.max, bar.value] = [count, done];
    else bar.removeAttribute("value");
  };
  const fetched = async () => {
    const answer = await fetch("data");
    if (!answer.ok) return;
    const given = await answer.json();
    page.decisions = given.decisions;
    page.who = given.who;
    byId("kept").textContent = say("kept in", { file: given.file });
    take(given.data);
  };
  let known = -1;
  let heard = -1;
  const events = new EventSource("events");
  events.addEventListener("message", async ({ data: said }) => {
    const state = JSON.parse(said);
    if (state.version !== known) {
      known = state.version;
      await fetched();
    } else if (state.decided !== heard) {
      const answer = await fetch("decisions");
      if (answer.ok) decided(await answer.json());
    }
    heard = state.decided;
    if (state.at === "reading") progress(say("reading", state), state.done, state.count);
    else if (state.at === "comparing") progress(say("comparing"), 0, 0);
    else if (state.at === "wrong") progress(state.why);
    else progress([state.count ? say("up to date", state) : say("no documents"), state.archive ? say("compared with", state) : ""].filter(Boolean).join(" · "));
    document.body.dataset.at = state.at;
  });
  events.addEventListener("error", () => progress(say("lost touch")));

  const send = async (files) => {
    for (const [name, file] of files) {
      try {
        await post(`drop?${new URLSearchParams({ name })}`, file, "application/octet-stream");
      } catch (error) {
        tell(say("refused", { file: name, why: error.message }));
      }
    }
  };
  const chosen = (event) => {
    send([...event.target.files].map((file) => [file.webkitRelativePath || file.name, file]));
    event.target.value = "";
  };
  byId("files").addEventListener("change", chosen);
  byId("folder").addEventListener("change", chosen);
  const over = (event, is) => {
    event.preventDefault();
    document.body.classList.toggle("over", is);
  };
  document.addEventListener("dragover", (event) => over(event, true));
  document.addEventListener("dragleave", (event) => event.relatedTarget === null && over(event, false));
  document.addEventListener("drop", (event) => {
    over(event, false);
    send([...event.dataTransfer.files].map((file) => [file.name, file]));
  });
})();
