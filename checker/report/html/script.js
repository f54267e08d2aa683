"use strict";
// The table of pages: sorting, filtering, and the findings of a page when somebody opens it.
(() => {
  const table = document.getElementById("pages");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const form = document.getElementById("filter");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const step = 500; // rows shown at once: laying out thousands takes a browser seconds
  const most = 300; // more pages than this are not unfolded for paper
  let limit = step;
  let all;

  const findings = (number) => {
    all ??= JSON.parse(document.getElementById("findings").textContent);
    return all[number];
  };

  const close = (row) => {
    const button = row.querySelector(".open");
    if (button?.getAttribute("aria-expanded") !== "true") return;
    button.setAttribute("aria-expanded", "false");
    document.getElementById(button.getAttribute("aria-controls"))?.remove();
  };

  const open = (row) => {
    const button = row.querySelector(".open");
    if (!button || button.getAttribute("aria-expanded") === "true") return;
    const details = document.createElement("tr");
    const cell = details.insertCell();
    details.className = "details";
    details.id = button.getAttribute("aria-controls");
    cell.colSpan = row.cells.length;
    cell.innerHTML = findings(Number(row.dataset.number));
    row.after(details);
    button.setAttribute("aria-expanded", "true");
  };

  const matches = (row, wanted) =>
    (!wanted.outcome || row.dataset.outcome === wanted.outcome) &&
    (!wanted.requirement || row.dataset.missing.split(" ").includes(wanted.requirement)) &&
    (!wanted.language || row.dataset.language === wanted.language) &&
    (!wanted.text || row.textContent.toLowerCase().includes(wanted.text.toLowerCase()));

  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    let found = 0;
    for (const row of rows) {
      const shown = matches(row, wanted) && ++found <= limit;
      if (!shown) close(row);
      row.hidden = !shown;
    }
    const part = found > limit ? `, the first ${limit} shown` : "";
    count.textContent = `${found} of ${rows.length} pages${part}`;
    more.hidden = found <= limit;
  };

  const value = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  const sort = (header) => {
    const column = header.cellIndex;
    const descending = header.getAttribute("aria-sort") === "ascending";
    for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    rows.forEach(close);
    const order = new Intl.Collator(undefined, { numeric: true });
    const keys = new Map(rows.map((row) => [row, value(row, column)]));
    rows.sort((one, other) => order.compare(keys.get(one), keys.get(other)) * (descending ? -1 : 1));
    body.append(...rows);
    filter();
  };

  table.tHead.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) sort(button.closest("th"));
  });
  body.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (button?.classList.contains("open")) {
      const row = button.closest("tr");
      button.getAttribute("aria-expanded") === "true" ? close(row) : open(row);
    } else if (button?.classList.contains("copy")) {
      await navigator.clipboard.writeText(button.previousElementSibling.textContent);
      button.textContent = "Copied";
    }
  });
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  more.addEventListener("click", () => {
    limit += step;
    filter();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeprint", () => {
    const shown = rows.filter((row) => !row.hidden);
    if (shown.length <= most) shown.forEach(open);
  });
  form.hidden = false;
  filter();
})();
