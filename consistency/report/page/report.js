// The page of a report: a list, one finding at a time, both originals beside it; decisions by key. All texts of others
// go into the page as text and never as markup.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const told = JSON.parse(byId("data").textContent);
  const live = byId("live") !== null;
  // What a server may do otherwise. `decisions` are by fingerprint: {verdict, who, why, until, note}
  const page = { decisions: {}, who: "", write: async () => {}, remove: async () => {} };
  const say = (word, values = {}) => told.words[word].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  // An element with attributes and children; a child that is nothing is left out.
  const SVG = new Set(["svg", "rect", "line", "circle", "text"]);
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const make = (tag, attributes = {}, ...children) => {
    const element = SVG.has(tag) ? document.createElementNS(NAMESPACE, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === null || value === false) continue;
      if (typeof value === "function") element.addEventListener(name, value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  };

  const SEVERITIES = ["error", "warning", "info"];
  const ROW = 76; // pixels of a row of the list, as the style has it
  const AROUND = 12; // lines of an original that are shown on each side of a place, before anybody scrolls
  const SIDES = 2; // originals beside a finding
  const QUOTED = 3; // quotes of one value that stand open
  const COLUMNS = 12; // documents, up to which each has a column in the table of indicators
  const STEP = 200; // rows of a table that are shown at a time

  let data = { findings: [], documents: [], rules: {}, rows: [], coverage: [], texts: [], compared: [], problems: [], counted: "", met: [0, 0] };
  let order = []; // numbers of findings, the gravest first, and of these the surest
  let fitting = []; // those that fit the filters, those of one matter together
  let visible = []; // of these the ones in the list: of a matter the first, until it is laid open
  let byMatter = new Map(); // the findings of each matter that fit the filters
  const laidOpen = new Set(); // matters of which each finding is in the list
  let current = -1; // the number of the finding shown
  let undoing = []; // of each decision: [fingerprint, what was decided before] of each finding it was on
  let searched = []; // the words of each finding that can be searched, made when first searched
  let panes = []; // the spots shown as originals

  const text = (number) => (typeof number === "number" ? data.texts[number] : "");
  const title = (document_) => document_.title || document_.path.split("/").pop();
  const stated = (finding) => page.decisions[finding.id]?.verdict ?? (finding.known ? "known" : "");
  const isOpen = (finding) => ["", "open"].includes(stated(finding));

  // ---- the address: which view, which finding, which filters

  const filters = { severity: new Set(SEVERITIES), state: "", rule: "", document: "", words: "" };
  let view = "findings";
  const form = byId("filters");

  const readAddress = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    filters.severity = new Set(said.has("severity") ? said.get("severity").split(" ") : SEVERITIES);
    for (const name of ["state", "rule", "document", "words"]) filters[name] = said.get(name) ?? "";
    view = [...document.querySelectorAll("[data-view]")].some((part) => part.dataset.view === said.get("view")) ? said.get("view") : "findings";
    return said.get("finding") ?? "";
  };
  const writeAddress = () => {
    const said = new URLSearchParams();
    if (view !== "findings") said.set("view", view);
    if (filters.severity.size < SEVERITIES.length) said.set("severity", [...filters.severity].join(" "));
    for (const name of ["state", "rule", "document", "words"]) if (filters[name]) said.set(name, filters[name]);
    if (current >= 0) said.set("finding", data.findings[current].id);
    history.replaceState(null, "", `#${said}`);
  };
  const toForm = () => {
    for (const box of form.elements.severity) box.checked = filters.severity.has(box.value);
    for (const name of ["state", "rule", "document", "words"]) form.elements[name].value = filters[name];
  };
  const fromForm = () => {
    filters.severity = new Set([...form.elements.severity].filter((box) => box.checked).map((box) => box.value));
    for (const name of ["state", "rule", "document", "words"]) filters[name] = form.elements[name].value;
  };

  // ---- words of documents

  const lineOf = (document_, number) => {
    const { lines } = document_;
    let low = 0;
    for (let high = lines.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (lines[middle][0] < number) low = middle + 1;
      else high = middle;
    }
    return low; // the index of the line, or of the first after it
  };
  const marked = (words, pieces) => {
    const parts = [];
    let at = 0;
    for (const length of pieces || [words.length]) {
      const part = words.slice(at, at + Math.abs(length));
      parts.push(length > 0 ? part : make("b", { class: length ? null : "lost" }, part));
      at += Math.abs(length);
    }
    return make("mark", {}, parts);
  };
  const quoteWords = (quote) => {
    if (typeof quote[0] === "string") return [quote[0], marked(quote[1], 0), quote[2]];
    const [number, line, start, from, to, end, cut, pieces] = quote;
    const document_ = data.documents[number - 1];
    const words = document_.lines[lineOf(document_, line)]?.[1] ?? "";
    return [cut & 1 ? "…" : "", words.slice(start, from), marked(words.slice(from, to), pieces), words.slice(to, end), cut & 2 ? "…" : ""];
  };
  const sideLetter = (side) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[Math.min(side, 25)];
  const spotsOf = (finding) => finding.sides.map((values) => values.flatMap(([, quotes]) => quotes.flatMap((quote) => quote[quote.length - 1])));

  // ---- the list, of which only what is seen is there

  const list = byId("list");
  const rows = byId("rows");
  const SIGN = { accept: "✓", "false alarm": "⊘", done: "●", known: "✓", open: "✎" };
  const stateWords = (finding) => {
    const state = stated(finding);
    return state === "known" ? finding.known : state ? say(`was ${state === "accept" ? "accepted" : state}`) : "";
  };
  const range = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 6);
    return [first, Math.min(visible.length, first + Math.ceil((list.clientHeight || 600) / ROW) + 12)];
  };
  let drawnRange = "";
  const drawRows = () => {
    const [first, last] = range();
    drawnRange = String([first, last]);
    rows.style.height = `${visible.length * ROW}px`;
    const shown = [];
    for (let place = first; place < last; place++) {
      const number = visible[place];
      const finding = data.findings[number];
      const chosen = number === rowOf(current);
      const row = make(
        "div",
        { role: "option", id: `row${number}`, class: `row-of-list ${finding.severity}${isOpen(finding) ? "" : " settled"}`,
          "aria-selected": String(chosen), "aria-posinset": place + 1, "aria-setsize": visible.length, click: () => show(number) },
        make("span", { class: "line" },
          make("b", { class: "severity" }, say(finding.severity)), make("span", {}, `${finding.sure} %`), make("span", {}, finding.rule),
          isFolded(number) ? make("span", { class: "several" }, say("places of one cause", { count: together(number).length })) : null,
          stated(finding) ? make("span", { class: "state" }, `${SIGN[stated(finding)]} ${stateWords(finding)}`) : null),
        make("span", { class: "message" }, finding.message),
      );
      row.style.top = `${place * ROW}px`;
      shown.push(row);
    }
    rows.replaceChildren(...shown);
    if (current >= 0 && byId(`row${rowOf(current)}`)) list.setAttribute("aria-activedescendant", `row${rowOf(current)}`);
    else list.removeAttribute("aria-activedescendant");
  };
  const toRow = () => {
    const place = visible.indexOf(rowOf(current));
    if (place < 0) return;
    const top = place * ROW;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
  };
  const words = (number) => {
    if (!searched[number]) {
      const finding = data.findings[number];
      const quotes = finding.sides.flatMap((values) => values.flatMap(([value, found]) => [value, ...found.flatMap((q) => quoteWords(q).map((part) => part.textContent ?? part))]));
      const behind = (finding.behind || []).map(text);
      searched[number] = [finding.message, text(finding.about), finding.id, quotes.join(" "), behind.join(" ")].join(" ").toLowerCase();
    }
    return searched[number];
  };
  const fits = (number) => {
    const finding = data.findings[number];
    return (
      filters.severity.has(finding.severity) &&
      (!filters.state || (filters.state === "open") === isOpen(finding)) &&
      (!filters.rule || finding.rule === filters.rule) &&
      (!filters.document || finding.documents.includes(Number(filters.document))) &&
      (!filters.words || words(number).includes(filters.words.trim().toLowerCase()))
    );
  };
  // What one cause did in several places is one matter: one row, decided on at once, until somebody lays it open.
  const together = (number) => (data.findings[number].matter ? (byMatter.get(data.findings[number].matter) ?? []) : [number]);
  const isFolded = (number) => number >= 0 && together(number).length > 1 && !laidOpen.has(data.findings[number].matter);
  const rowOf = (number) => (isFolded(number) ? together(number)[0] : number);
  const sift = () => {
    fitting = order.filter(fits);
    byMatter = new Map();
    for (const number of fitting) {
      const { matter } = data.findings[number];
      if (matter && !byMatter.get(matter)?.push(number)) byMatter.set(matter, [number]);
    }
    visible = fitting.filter((number) => rowOf(number) === number);
    const open = data.findings.filter(isOpen).length;
    byId("shown").textContent = fitting.length || !data.findings.length
      ? say("shown", { shown: fitting.length, count: data.findings.length, open })
      : say("none shown");
  };
  const filter = () => {
    sift();
    drawRows();
  };

  // ---- one finding

  const percent = (hundredths) => `${hundredths / 100}%`;
  const bar = ([start, end, seen], kind) => {
    const parts = [];
    const expected = kind === "expected";
    if (start !== end) parts.push(make("rect", { class: kind, x: percent(start), width: percent(end - start), y: expected ? 8 : 10, height: expected ? 8 : 4 }));
    if (seen & 4) parts.push(make("text", { class: "end", x: 0, y: 17 }, "◂"));
    else if (expected) parts.push(make("circle", { class: seen & 1 && start !== end ? "open" : null, cx: percent(start), cy: 12, r: 4.5 }));
    if (seen & 8) parts.push(make("text", { class: "end", x: "100%", y: 17, "text-anchor": "end" }, "▸"));
    else if (expected && start !== end) parts.push(make("circle", { class: seen & 2 ? "open" : null, cx: percent(end), cy: 12, r: 4.5 }));
    return parts;
  };
  const letter = (name) => make("b", { class: `letter s${name.toLowerCase()}` }, name);
  const drawn = (finding) => {
    if (!finding.scale) return null;
    const [words_, lines, ticks, shared] = finding.scale;
    const line = ([side, label, expected, allowed]) =>
      make("div", { class: `row s${sideLetter(side).toLowerCase()}` }, make("span", {}, letter(sideLetter(side)), " ", label),
        make("svg", { height: 24, "aria-hidden": "true" },
          shared ? make("rect", { class: "shared", x: percent(shared[0]), width: percent(shared[1] - shared[0]), height: 24 }) : null,
          make("line", { x1: 0, x2: "100%", y1: 12, y2: 12 }), allowed ? bar(allowed, "stated") : null, bar(expected, "expected")));
    const tick = ([at, label]) => [
      make("line", { x1: percent(at), x2: percent(at), y1: 1, y2: 6 }),
      make("text", { x: percent(at), y: 18, "text-anchor": at < 1200 ? "start" : at > 8800 ? "end" : "middle" }, label)];
    return make("figure", { class: "scale" }, lines.map(line),
      make("div", { class: "row axis" }, make("span"), make("svg", { height: 24, "aria-hidden": "true" },
        make("line", { x1: 0, x2: "100%", y1: 1, y2: 1 }), ticks.map(tick))),
      make("figcaption", {}, text(words_)));
  };
  const spotWords = ([number, , , , where]) => [make("b", { class: "number" }, number), `${data.documents[number - 1].path.split("/").pop()} ${where}`];
  const aside = ([, , , , , section, column]) => [
    text(section) ? make("span", { class: "aside" }, say("section of it", { words: text(section) })) : null,
    text(column) ? make("span", { class: "aside" }, say("column of it", { words: text(column) })) : null];
  const quoted = (side) => (quote) =>
    make("figure", { class: "quote" }, make("blockquote", { lang: "zh" }, quoteWords(quote)),
      make("figcaption", {}, quote[quote.length - 1].map((spot) => [
        make("button", { type: "button", class: "spot", title: data.documents[spot[0] - 1].path, click: () => open(side, spot) }, spotWords(spot)), aside(spot)])));
  const sideOf = (finding) => (values, side, _, name = sideLetter(side)) =>
    make("div", { class: `side s${name.toLowerCase()}`, role: "group", "aria-label": say("side", { letter: name }) },
      values.map(([heading, quotes], place) => [
        heading || finding.sides.length > 1 ? make("p", { class: "value" }, place === 0 && finding.sides.length > 1 ? [letter(name), " "] : null, heading) : null,
        quotes.slice(0, QUOTED).map(quoted(side)),
        quotes.length > QUOTED ? make("details", { class: "more" }, make("summary", {}, say("more places", { count: quotes.length - QUOTED })), quotes.slice(QUOTED).map(quoted(side))) : null]));
  const pairs = (flat) => flat.flatMap((one, place) => (place % 2 ? [] : [[one, flat[place + 1]]]));
  const behind = (finding) => {
    const sources = (finding.sources || []).map(([value, ...paths]) =>
      say("sources of", { value, count: paths.length, paths: paths.map((path) => (typeof path === "number" ? data.documents[path - 1].path : path)).join(say("list")) }));
    const [, why] = data.rules[finding.rule] ?? [];
    const lines = [[say("why the rule"), why ? [why] : []], [say("sources"), sources], ...pairs(finding.behind || []).map(([label, said]) => [text(label), [text(said)]]), [say("fingerprint"), [finding.id]]];
    return make("dl", { class: "behind" }, lines.filter(([, said]) => said.length).map(([label, said]) =>
      make("div", {}, make("dt", {}, label), make("dd", {}, said.map((line) => make("span", {}, line))))));
  };
  const met = (finding) => finding.met?.length ? make("details", { class: "met" }, make("summary", {}, say("why they met")), make("dl", { class: "behind" },
    pairs(finding.met).map(([label, weight]) => make("div", {}, make("dt", {}, text(label)), make("dd", {}, text(weight)))))) : null;
  const decisionOf = (finding) => {
    const decision = page.decisions[finding.id];
    if (!decision) return finding.known ? make("p", { class: "decision" }, finding.known) : null;
    const parts = [stateWords(finding), decision.who, decision.why, decision.until ? say("until day", { day: decision.until }) : "", decision.note];
    return make("p", { class: "decision" }, parts.filter(Boolean).join(" · "));
  };
  const cardOf = (finding, heading = "h2") => [
    make("p", { class: "tags" }, make("span", { class: "severity" }, say(finding.severity)), make("span", {}, text(finding.degree)),
      make("span", {}, `${finding.rule} ${data.rules[finding.rule][0]}`)),
    make(heading, {}, finding.message),
    typeof finding.about !== "number" ? null : make("p", { class: "key" }, text(finding.about)),
    decisionOf(finding)];
  const likewise = (number) => {
    if (!isFolded(number)) return null;
    const rest = together(number).filter((other) => other !== number);
    const link = (other) => make("li", {}, make("a", { href: `#finding=${data.findings[other].id}`, click: (event) => { event.preventDefault(); show(other); } }, data.findings[other].message));
    return make("details", { class: "likewise", open: rest.length <= QUOTED * 3 }, make("summary", {}, say("same cause", { count: rest.length })), make("ul", {}, rest.map(link)));
  };
  const cardBody = (finding) => [make("div", { class: "sides" }, finding.sides.map(sideOf(finding))), drawn(finding), behind(finding), met(finding)];
  const KEYS = { a: "accept it", f: "false alarm", d: "done with", n: "note it", u: "undo it", g: "each apart", k: "previous one", j: "next one" };

  const drawCard = () => {
    const card = byId("card");
    const finding = data.findings[current];
    if (!finding) {
      card.className = "";
      card.replaceChildren(make("p", {}, data.counted));
      return;
    }
    card.className = finding.severity;
    const kept = card.dataset.finding === finding.id ? card.scrollTop : 0; // who reads on is left where they are
    card.dataset.finding = finding.id;
    const buttons = Object.entries(KEYS).filter(([key]) => key !== "g" || together(current).length > 1).map(([key, word]) => make("button", { type: "button", click: () => act[key](), "aria-keyshortcuts": key }, say(word), " ", make("kbd", {}, key)));
    card.replaceChildren(
      make("p", { class: "place" }, say("finding of", { number: visible.indexOf(rowOf(current)) + 1 || "–", count: visible.length })),
      ...cardOf(finding).filter(Boolean), make("p", { class: "buttons acts" }, buttons),
      ...[likewise(current), ...cardBody(finding)].filter(Boolean));
    card.scrollTop = kept;
  };

  // ---- the originals

  const inPieces = (line, from, to, spot) => {
    const [, words_, ...marks] = line;
    const edges = new Set([0, words_.length, ...marks.flatMap(([start, end]) => [start, end])]);
    if (from < to) edges.add(from).add(to);
    const cuts = [...edges].filter((edge) => edge <= words_.length).sort((one, other) => one - other);
    return cuts.slice(1).map((end, place) => {
      const start = cuts[place];
      const mark = marks.find(([low, high]) => low <= start && end <= high);
      const part = words_.slice(start, end);
      const asked = spot && from <= start && end <= to && from < to;
      const finding = mark && mark[2] > 0 ? data.findings[mark[2] - 1] : null;
      const inner = finding
        ? make("a", { class: finding.severity, href: `#finding=${finding.id}`, title: `${finding.rule} ${finding.message}` }, part)
        : mark ? make("span", { class: data.rows[-mark[2] - 1][2] }, part) : part;
      return asked ? make("mark", { class: "asked" }, inner) : inner;
    });
  };
  const linesOf = (document_, first, last, spot) => {
    const shown = [];
    for (let at = Math.max(0, first); at < Math.min(last, document_.lines.length); at++) {
      const line = document_.lines[at];
      const here = spot && line[0] === spot[1];
      const before = at ? document_.lines[at - 1][0] : 0;
      if (!document_.whole && line[0] > before + 2) shown.push(make("p", { class: "gap" }, `… ${say("lines left out")}`));
      shown.push(make("p", { "data-line": line[0], class: here ? "here" : null }, inPieces(line, here ? spot[2] : 0, here ? spot[3] : 0, here)));
    }
    return shown;
  };
  const reading = (document_, spot, label) => {
    const at = spot ? lineOf(document_, spot[1]) : 0;
    let first = Math.max(0, at - AROUND);
    let last = Math.min(document_.lines.length, at + AROUND);
    const body = make("div", { class: "text", lang: "zh", tabindex: 0, role: "region", "aria-label": label });
    const draw = () => {
      const more = (word, step) => make("button", { type: "button", class: "further", click: step }, say(word));
      body.replaceChildren(
        ...(first > 0 ? [more("earlier lines", () => { const height = body.scrollHeight; first = Math.max(0, first - STEP); draw(); body.scrollTop += body.scrollHeight - height; })] : []),
        ...linesOf(document_, first, last, spot),
        ...(last < document_.lines.length ? [more("later lines", () => { last += STEP; draw(); })] : []));
    };
    draw();
    body.addEventListener("scroll", () => {
      // Who scrolls on reads on.
      if (last < document_.lines.length && body.scrollTop + body.clientHeight > body.scrollHeight - 40) {
        last += AROUND;
        draw();
      }
    });
    return body;
  };
  const drawOriginals = () => {
    byId("originals").replaceChildren(...panes.flatMap((spot, side) => {
      if (!spot) return [];
      const document_ = data.documents[spot[0] - 1];
      const name = sideLetter(Math.min(side, data.findings[current].sides.length - 1));
      const label = say("original", { letter: name, title: title(document_) });
      const body = reading(document_, spot, label);
      requestAnimationFrame(() => {
        const here = body.querySelector(".here");
        if (here) body.scrollTop = here.offsetTop - body.clientHeight / 3;
      });
      return [make("section", { class: "original", "aria-label": `${label} ${spot[4]}` },
        make("header", {}, make("h3", {}, letter(name), " ", title(document_)),
          make("p", {}, [document_.path, ...document_.facts].join(" · ")),
          make("p", { class: "where" }, make("b", {}, spot[4]), aside(spot))), body)];
    }));
  };
  const open = (side, spot) => {
    panes[Math.min(side, SIDES - 1)] = spot;
    drawOriginals();
  };

  const show = (number) => {
    current = number;
    const finding = data.findings[number];
    panes = [];
    if (finding) {
      const spots = spotsOf(finding);
      panes = spots.length > 1 ? [spots[0][0], spots[1][0]] : spots.length ? spots[0].slice(0, SIDES) : [];
    }
    toRow();
    drawRows();
    drawCard();
    drawOriginals();
    writeAddress();
  };
  const step = (by) => {
    if (!visible.length) return;
    const place = visible.indexOf(rowOf(current));
    const next = place < 0 ? 0 : Math.min(visible.length - 1, Math.max(0, place + by));
    if (visible[next] !== rowOf(current)) show(visible[next]);
  };
  const apart = () => {
    const matter = data.findings[current]?.matter;
    if (!matter) return;
    if (!laidOpen.delete(matter)) laidOpen.add(matter);
    sift();
    show(rowOf(current));
  };
  const onwards = (from) => {
    const place = Math.max(0, order.indexOf(from));
    const after = [...order.slice(place + 1), ...order.slice(0, place)];
    const next = after.find((number) => isOpen(data.findings[number]) && fits(number));
    show(rowOf(next ?? from));
  };

  // ---- decisions

  let fading = 0;
  const tell = (words_) => {
    byId("told").textContent = words_;
    clearTimeout(fading);
    fading = setTimeout(() => (byId("told").textContent = ""), 8000);
  };
  const KEPT = "consistency decisions";
  const local = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch {} // a browser that keeps nothing for files
    return null;
  };
  const write = async (id, decision) => {
    await page.write(id, decision);
    if (decision) page.decisions[id] = decision;
    else delete page.decisions[id];
    if (!live) local(KEPT, JSON.stringify(page.decisions));
  };
  const decide = async (decision, number = current) => {
    const finding = data.findings[number];
    // A note is of one finding; what is decided of a matter is decided of all that is undecided in it.
    const whole = decision.verdict !== "open" && isFolded(number) ? together(number).filter((one) => one === number || isOpen(data.findings[one])) : [number];
    const before = [];
    try {
      for (const one of whole) {
        const { id } = data.findings[one];
        const was = page.decisions[id] ?? null;
        await write(id, one === number ? decision : { ...decision, note: was?.note ?? "" });
        before.push([id, was]);
      }
    } catch (error) {
      tell(say("not written", { why: error.message }));
    }
    if (!before.length) return;
    undoing.push(before);
    sift(); // the rows are drawn with the finding that is shown next
    if (before.length === whole.length) tell(say("written down", { verdict: [stateWords(finding) || say("note it"), whole.length > 1 ? say("places of one cause", { count: whole.length }) : ""].filter(Boolean).join(" · "), message: finding.message }));
    if (decision.verdict === "open") show(number);
    else onwards(number);
  };
  const undo = async () => {
    const finding = data.findings[current];
    const back = undoing.pop() ?? (finding && page.decisions[finding.id] ? [[finding.id, null]] : []);
    if (!back.length) return tell(say("nothing to undo"));
    try {
      for (const [id, before] of back) await write(id, before);
    } catch (error) {
      return tell(say("not written", { why: error.message }));
    }
    filter();
    const number = data.findings.findIndex((found) => found.id === back[0][0]);
    if (number >= 0) show(number);
    tell(say("undone"));
  };
  // What was decided elsewhere meanwhile; what is known already changes nothing on the page.
  const decided = (found) => {
    const told_ = (of) => JSON.stringify(Object.entries(of).sort());
    if (told_(found) === told_(page.decisions)) return;
    page.decisions = found;
    filter();
    drawCard();
  };
  const who = () => local("consistency who") || page.who;
  const dialog = byId("deciding");
  const ask = (word, verdict, due) => {
    const finding = data.findings[current];
    if (!finding) return;
    const number = current;
    const before = page.decisions[finding.id] ?? {};
    const fields = dialog.querySelector("form").elements;
    byId("deciding-title").textContent = say(word);
    for (const name of ["why", "until", "note"]) fields[name].value = before[name] ?? "";
    fields.who.value = before.who || who();
    for (const name of ["why", "until"]) dialog.querySelector(`.${name}`).hidden = verdict === null;
    dialog.querySelector(".wrong").textContent = "";
    dialog.showModal();
    (verdict === null ? fields.note : fields.why).focus();
    dialog.querySelector("form").onsubmit = (event) => {
      event.preventDefault();
      const value = (name) => fields[name].value.trim();
      const lacking = due && !value("why") ? "why is due" : !value("who") ? "who is due" : "";
      dialog.querySelector(".wrong").textContent = lacking ? say(lacking) : "";
      if (lacking) return;
      local("consistency who", value("who"));
      dialog.close();
      decide({ verdict: verdict ?? before.verdict ?? "open", who: value("who"), why: value("why"), until: value("until"), note: value("note") }, number);
    };
  };
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  const at_once = (word, verdict) => {
    const finding = data.findings[current];
    if (!finding) return;
    if (who()) decide({ verdict, who: who(), why: "", until: "", note: page.decisions[finding.id]?.note ?? "" });
    else ask(word, verdict, false);
  };
  const act = {
    j: () => step(1),
    k: () => step(-1),
    a: () => ask("accept it", "accept", true),
    f: () => at_once("false alarm", "false alarm"),
    d: () => at_once("done with", "done"),
    n: () => ask("note it", null, false),
    u: undo,
    g: apart,
    "/": () => form.elements.words.focus(),
    "?": () => byId("helping").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input, textarea, select")) {
      if (event.key === "Escape") list.focus();
      return;
    }
    const moves = { ArrowDown: "j", ArrowUp: "k" };
    const key = event.target === list && moves[event.key] ? moves[event.key] : event.key;
    if (view !== "findings" || !Object.hasOwn(act, key)) return;
    event.preventDefault();
    act[key]();
  });

  // Decisions as the file of accepted findings has them.
  const toml = () => {
    const string = (words_) => JSON.stringify(words_).replace(/[^ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\ud7ff\uf900-\ufaff\uff01-\uffee]/gu, (c) => `\\U${c.codePointAt(0).toString(16).padStart(8, "0")}`);
    const entry = ([id, decision]) => {
      const finding = data.findings.find((found) => found.id === id);
      const lines = { finding: id, rule: finding?.rule ?? "", verdict: decision.verdict, who: decision.who, why: decision.why, note: decision.note };
      const said = Object.entries(lines).filter(([, words_]) => words_).map(([key, words_]) => `${key} = ${string(words_)}`);
      if (decision.until) said.push(`until = ${decision.until}`);
      const paths = finding ? finding.documents.map((number) => data.documents[number - 1].path) : [];
      if (paths.length) said.push(`sources = [${paths.map(string).join(", ")}]`);
      return `[[accepted]]\n${said.join("\n")}\n`;
    };
    const here = new Set(data.findings.map((finding) => finding.id));
    return Object.entries(page.decisions).filter(([id]) => here.has(id)).map(entry).join("\n");
  };
  byId("export")?.addEventListener("click", () => {
    const link = make("a", { href: URL.createObjectURL(new Blob([toml()], { type: "text/plain" })), download: "decisions.toml" });
    link.click();
    URL.revokeObjectURL(link.href);
    tell(say("kept here"));
  });

  // ---- the other views

  const number = (of) => make("b", { class: "number" }, of);
  const sign = (verdict) => [make("span", { class: `sign ${verdict}`, "aria-hidden": "true" }), make("span", { class: "unseen" }, say(verdict))];
  const lead = (document_, link) => (typeof link === "number" ? `#finding=${data.findings[link - 1].id}` : `#view=documents&document=${document_}&line=${link[0]}`);
  const cell = ([document_, verdict, found, side, link]) =>
    make("a", { href: lead(document_, link) }, sign(verdict), found.map((words_, place) => [place ? say("list") : null, make("span", { class: "words", lang: "zh" }, words_)]), [...side].map((name) => [" ", letter(name)]));
  const table = (chosen, caption) => {
    const wide = data.documents.length <= COLUMNS;
    const body = make("tbody");
    const row = ([subject, circumstances, , cells]) => {
      const by = new Map(cells.map((found) => [found[0], found]));
      return make("tr", {}, make("th", { scope: "row" }, text(subject), make("small", {}, text(circumstances))),
        wide
          ? data.documents.map((_, place) => (by.has(place + 1) ? make("td", { class: by.get(place + 1)[1] }, cell(by.get(place + 1))) : make("td", { class: "silent" }, make("span", { class: "unseen" }, say("says nothing")))))
          : make("td", {}, make("ul", { class: "says" }, cells.map((found) => make("li", { class: found[1] }, number(found[0]), " ", cell(found))))));
    };
    let shown = 0;
    const further = make("button", { type: "button", class: "further", click: () => more() });
    const more = () => {
      body.append(...chosen.slice(shown, shown + STEP).map(row));
      shown = Math.min(chosen.length, shown + STEP);
      further.hidden = shown >= chosen.length;
      further.textContent = say("rows left", { count: Math.min(STEP, chosen.length - shown) });
    };
    more();
    const head = wide
      ? data.documents.map((document_, place) => make("th", { scope: "col", title: document_.path }, number(place + 1), " ", title(document_)))
      : [make("th", { scope: "col" }, say("documents"))];
    return [make("div", { class: "wide", role: "region", tabindex: 0, "aria-label": caption },
      make("table", { class: "matrix" }, make("caption", {}, caption), make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("indicator")), head)), body)), further];
  };
  const VIEWS = {
    "who says what": () => {
      const agree = data.rows.filter((row) => row[2] === "agree");
      const differ = data.rows.filter((row) => row[2] !== "agree");
      if (!data.rows.length) return [make("p", {}, say("nothing met"))];
      return [
        ...(differ.length ? table(differ, say("rows that disagree", { count: differ.length })) : []),
        ...(agree.length ? table(agree, say("rows that agree", { count: agree.length })) : [])];
    },
    documents: () => {
      const said = new URLSearchParams(location.hash.slice(1));
      return data.documents.map((document_, place) => {
        const spot = said.get("line") && Number(said.get("document")) === place + 1 ? [place + 1, Number(said.get("line")), 0, 0, ""] : null;
        const details = make("details", { class: "document" }, make("summary", {}, number(place + 1), " ", make("b", {}, title(document_)), " ",
          make("small", {}, [document_.path, ...document_.facts, ...(document_.draft ? [say("your document")] : [])].join(" · "))));
        const fill = () => {
          if (details.querySelector(".text")) return;
          details.append(reading(document_, spot, title(document_)));
          if (document_.digest) details.append(make("p", { class: "digest" }, `SHA-256 ${document_.digest}`));
          if (live && document_.annotated) details.append(make("p", {}, make("a", { href: `annotated?document=${place + 1}`, download: true }, say("with comments"))));
          if (document_.dropped) details.append(make("p", { class: "buttons" }, make("button", { type: "button", click: () => page.remove(document_.path).catch((error) => tell(error.message)) }, say("take away"))));
        };
        details.addEventListener("toggle", () => details.open && fill());
        if (spot) {
          fill();
          details.open = true;
          requestAnimationFrame(() => details.querySelector(".here")?.scrollIntoView({ block: "center" }));
        }
        return details;
      });
    },
    coverage: () => {
      const share = (part, whole) => `${whole ? Math.round((part * 10000) / whole) / 100 : 0}%`;
      const line = ([of, subject, quantities, claims, met]) => make("tr", {}, make("th", { scope: "row" }, number(of), " ", data.documents[of - 1].path),
        make("td", { class: "subject", lang: "zh" }, subject), make("td", {}, quantities), make("td", {}, claims), make("td", {}, met),
        make("td", { class: "bar" }, make("svg", { height: 10, "aria-hidden": "true" }, make("rect", { class: "whole", width: "100%", height: 10 }),
          make("rect", { class: "tied", width: share(claims, quantities), height: 10 }), make("rect", { class: "met", width: share(met, quantities), height: 10 }))));
      const heads = ["document", "subject", "numbers", "claims", "met", "share met"];
      return [...data.compared.map((sentence) => make("p", {}, sentence)), make("div", { class: "wide", role: "region", tabindex: 0, "aria-label": say("share met") },
        make("table", { class: "coverage" }, make("caption", {}, say("coverage")), make("thead", {}, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, head === "subject" ? data.subject : say(head))))),
          make("tbody", {}, data.coverage.map(line)),
          data.total ? make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, data.total[0]), make("td"), data.total.slice(1).map((sum) => make("td", {}, sum)), make("td"))) : null))];
    },
  };
  let drawnViews = new Set();
  const drawView = () => {
    for (const part of document.querySelectorAll("section[data-view]")) {
      part.hidden = part.dataset.view !== view;
      if (!part.hidden && VIEWS[view] && !drawnViews.has(view)) {
        part.replaceChildren(make("h2", {}, say(view)), ...VIEWS[view]());
        drawnViews.add(view);
      }
    }
    for (const button of byId("views").querySelectorAll("button")) button.setAttribute("aria-current", String(button.dataset.view === view));
    if (view === "findings") drawRows();
  };
  byId("views").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    view = button.dataset.view;
    writeAddress();
    drawView();
  });

  // ---- how the report was made, at its foot

  const drawMade = () => {
    const [command, time] = data.made;
    const told_ = [["made by command", command], ["made at", time], ["made by version", data.version]];
    const pair = (word, ...of) => make("div", {}, make("dt", {}, say(word)), make("dd", {}, of));
    byId("made").querySelector("div").replaceChildren(make("dl", {}, told_.filter(([, of]) => of).map(([word, of]) => pair(word, of)),
      pair("made from", make("ul", {}, data.documents.filter(({ digest }) => digest).map(({ path, digest }) => make("li", {}, path, " ", make("code", {}, digest)))))));
  };
  byId("made").addEventListener("toggle", () => byId("made").open && drawMade());

  // ---- taking data in

  const option = (value, words_) => make("option", { value }, words_);
  // Fields by name, words for their numbers; what stands in the data once is put where it belongs.
  const unpacked = (given) => {
    const words_ = (of) => given.texts[of];
    given.findings = given.findings.map((fields) => Object.fromEntries(given.fields.map((name, place) => [name, fields[place]])));
    for (const finding of given.findings) {
      [finding.rule, finding.severity] = [words_(finding.rule), words_(finding.severity)];
      for (const values of finding.sides) for (const [, quotes] of values) for (const quote of quotes) {
        const spots = quote[quote.length - 1];
        if (spots[0][0] === 0) spots[0] = [quote[0], quote[1], quote[3], quote[4], ...spots[0].slice(1)];
      }
      finding.documents = [...new Set(spotsOf(finding).flat().map(([of]) => of))];
    }
    for (const row of given.rows) {
      row[2] = words_(row[2]);
      for (const found of row[3]) [found[1], found[2]] = [words_(found[1]), found[2].split("\n")];
    }
    return given;
  };
  const take = (given) => {
    const kept = data.findings[current]?.id ?? readAddress();
    readAddress();
    data = unpacked(given);
    searched = [];
    drawnViews = new Set();
    order = data.findings.map((_, place) => place).sort((one, other) => {
      const [a, b] = [data.findings[one], data.findings[other]];
      return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.backed ? 1 : 0) - (b.backed ? 1 : 0) || b.sure - a.sure || one - other;
    });
    const firsts = new Map(); // where the first of each matter stands, and with it the others
    order.forEach((number, place) => firsts.has(data.findings[number].matter) || firsts.set(data.findings[number].matter, place));
    const at = order.map((number, place) => [data.findings[number].matter ? firsts.get(data.findings[number].matter) : place, place, number]);
    order = at.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, , number]) => number);
    byId("counted").textContent = [data.counted, ...data.compared.slice(0, 2)].join(" ");
    const counts = (severity) => data.findings.filter((finding) => finding.severity === severity && isOpen(finding)).length;
    const tile = (kind, count, words_) => make("li", { class: count ? kind : `${kind} nought` }, make("b", {}, count), " ", words_);
    byId("tiles").replaceChildren(...SEVERITIES.map((severity) => tile(severity, counts(severity), say(severity))),
      make("li", { class: data.met[0] ? "" : "nought" }, make("b", {}, data.met[0], make("small", {}, ` / ${data.met[1]}`)), " ", say("numbers compared")));
    for (const part of form.querySelectorAll("[data-count]")) part.textContent = data.findings.filter((finding) => finding.severity === part.dataset.count).length;
    byId("problems").hidden = !data.problems.length;
    byId("problems").replaceChildren(make("b", {}, say("not read")), make("ul", {}, data.problems.map(([path, why]) => make("li", {}, make("code", {}, path), say("between"), why))));
    form.elements.rule.replaceChildren(option("", say("all")), ...Object.entries(data.rules).map(([id, [name]]) => option(id, `${id} ${name}`)));
    form.elements.document.replaceChildren(option("", say("all")), ...data.documents.map((document_, place) => option(String(place + 1), `${place + 1} · ${title(document_)}`)));
    if (byId("made").open) drawMade();
    toForm();
    filter();
    const found = data.findings.findIndex((finding) => finding.id === kept);
    show(found >= 0 ? found : (visible.find((place) => isOpen(data.findings[place])) ?? visible[0] ?? -1));
    drawView();
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { fromForm(); filter(); list.scrollTop = 0; if (!visible.includes(rowOf(current))) show(visible[0] ?? -1); else { drawCard(); writeAddress(); } }, 80); // while somebody types
  });
  form.addEventListener("reset", () => setTimeout(() => { fromForm(); filter(); writeAddress(); drawCard(); })); // once the fields are empty
  form.addEventListener("submit", (event) => event.preventDefault());
  list.addEventListener("scroll", () => requestAnimationFrame(() => String(range()) === drawnRange || drawRows()));
  addEventListener("resize", drawRows);
  addEventListener("hashchange", () => {
    const asked = readAddress();
    drawnViews.delete("documents");
    toForm();
    filter();
    const found = data.findings.findIndex((finding) => finding.id === asked);
    if (found >= 0 && found !== current) show(found);
    drawView();
  });
  addEventListener("beforeprint", () => {
    byId("paper").replaceChildren(...visible.map((place) => make("article", { class: data.findings[place].severity }, cardOf(data.findings[place]), likewise(place), cardBody(data.findings[place]))));
    byId("paper").hidden = false;
  });
  addEventListener("afterprint", () => {
    byId("paper").hidden = true;
    byId("paper").replaceChildren();
  });
  byId("help").addEventListener("click", () => act["?"]());
  byId("keys").append(...say("keys of it").split(/[；;]\s*/).map((line) => make("li", {}, line)));

  if (live) {
    // What the script of a server goes on with.
    globalThis.consistency = { page, say, tell, byId, take, decided };
    return;
  }
  try {
    page.decisions = JSON.parse(local(KEPT) ?? "{}") ?? {};
  } catch {} // nothing of ours
  byId("kept").textContent = say("kept here");
  take(told.data);
})();
