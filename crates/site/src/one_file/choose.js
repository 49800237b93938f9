// Leaves on the page what the address asks for: the list, or one record with the ids it has on a page of its own.
(() => {
  const NAMING = ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"];
  const app = document.getElementById("app");
  const list = app.querySelector("[data-list]");
  const choices = [...app.querySelectorAll("[data-choice]")];
  const find = (id) => choices.find((choice) => choice.dataset.choice === id);
  const link = (id) => `?record=${encodeURIComponent(id)}`;

  // As links are without scripts: `#some-record.`, `#some-record.t5`.
  const [, name, block] = /^#([^.]*)\.?(.*)$/.exec(location.hash) ?? [];
  if (find(name)) history.replaceState(null, "", link(name) + (block && `#${block}`));

  const asked = new URLSearchParams(location.search).get("record");
  const chosen = find(asked);
  for (const choice of choices) choice.remove();
  for (const data of document.querySelectorAll("script[data-record], script[data-cite]")) {
    if (!chosen || (data.dataset.record ?? data.dataset.cite) !== asked) data.remove();
  }
  if (!chosen) {
    for (const entry of list.querySelectorAll("a[href^='#']")) {
      const id = entry.hash.slice(1, -1);
      if (find(id)) entry.href = link(id);
    }
    if (asked) {
      const said = document.createElement("p");
      said.setAttribute("role", "status");
      said.textContent = `This file holds no record “${asked}”.`;
      list.querySelector("h1").after(said);
    }
    addEventListener("hashchange", () => location.reload());
    return;
  }

  for (const element of chosen.querySelectorAll("*")) {
    for (const attribute of NAMING) {
      const names = element.getAttribute(attribute);
      if (names) element.setAttribute(attribute, names.split(" ").map((name) => name.slice(asked.length + 1)).join(" "));
    }
    const to = element.getAttribute("href");
    if (to?.startsWith(`#${asked}.`)) element.setAttribute("href", `#${to.slice(asked.length + 2)}`);
  }
  const header = chosen.querySelector(".masthead");
  header.hidden = false;
  const all = document.createElement("a");
  all.href = location.pathname;
  all.textContent = "All records";
  header.querySelector(".name").after(all);
  const main = document.createElement("main");
  main.append(...chosen.querySelector("[data-main]").childNodes);
  app.replaceChildren(header, main);
  document.title = chosen.getAttribute("aria-label");
})();
