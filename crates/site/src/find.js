// The fields to find a value in a long list, on pages that have one: case and accents do not matter, the arrow keys go
// through what is found, Escape empties the field.
(() => {
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const list = (event) => event.target.closest?.(".rest");
  const find = (rest, sought) => {
    const rows = [...rest.querySelectorAll("li")];
    const like = rows.filter((row) => {
      const isLike = fold(row.querySelector(".facet-value").firstChild.textContent).includes(sought);
      // What is chosen stays in sight. (A style with :has would be asked of a long page with each change.)
      row.classList.toggle("unlike", !isLike && !row.querySelector("[aria-pressed=true]"));
      return isLike;
    });
    const number = (n) => n.toLocaleString("en");
    rest.querySelector(".find [role=status]").textContent = sought && `${number(like.length)} of ${number(rows.length)}`;
  };
  addEventListener("input", (event) => {
    if (list(event)) find(list(event), fold(event.target.value));
  });
  addEventListener("keydown", (event) => {
    const rest = list(event);
    const field = rest?.querySelector(".find input");
    if (!field) return;
    const stops = [field, ...rest.querySelectorAll("li button")].filter((stop) => stop.offsetParent);
    const to = stops.indexOf(event.target) + { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (stops[to]) stops[to].focus();
    else if (event.key === "Escape" && event.target === field && field.value) find(rest, (field.value = ""));
    else return;
    event.preventDefault();
    // The page's own keys are not meant.
    event.stopImmediatePropagation();
  }, true);
})();
