// Filters, folding and links into folded parts. The page shows everything without this.
"use strict";
(() => {
  const findings = [...document.querySelectorAll("article.finding")];
  const rows = [...document.querySelectorAll(".matrix tbody tr")];
  const bodies = findings.map((finding) => finding.querySelector("details"));
  const form = document.getElementById("filters");
  const texts = new Map(); // of what can be searched, made when first searched

  const text = (element) => {
    if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
    return texts.get(element);
  };
  const holds = (element, document_, words) =>
    (!document_ || element.dataset.documents.split(" ").includes(document_)) &&
    (!words || text(element).includes(words));

  const filter = () => {
    const chosen = new FormData(form);
    const severities = chosen.getAll("severity");
    const rule = chosen.get("rule");
    const document_ = chosen.get("document");
    const words = chosen.get("words").trim().toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const fits =
        severities.includes(finding.dataset.severity) &&
        (!rule || finding.dataset.rule === rule) &&
        holds(finding, document_, words);
      finding.hidden = !fits;
      shown += fits;
    }
    for (const row of rows) row.hidden = !holds(row, document_, words);
    const status = document.getElementById("shown");
    status.textContent = status.dataset.words.replace("#", shown);
  };

  const fold = (open) => bodies.forEach((body) => (body.open = open));

  // What a link leads to may be filtered out or lie in something folded.
  const reveal = () => {
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return; // no address of ours
    }
    if (!target) return;
    if (target.hidden) target.hidden = false;
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    const body = target.matches("article.finding") && target.querySelector("details");
    if (body) body.open = true;
    const show = () => target.scrollIntoView({ block: target.matches("a, tr") ? "center" : "start" });
    show();
    requestAnimationFrame(show); // parts that were not laid out yet have their size now
  };

  if (form) {
    let waiting = 0;
    form.hidden = false;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 120); // while somebody types
    });
    form.addEventListener("reset", () => setTimeout(filter)); // once the fields are empty
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("unfold").addEventListener("click", () => fold(true));
    document.getElementById("fold").addEventListener("click", () => fold(false));
    filter();
  }
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => findings.forEach((finding, n) => finding.hidden || (bodies[n].open = true)));
  if (location.hash) reveal();
})();
