// A field and ten rows that say what is typed: the least that a list can do when a key comes.
const [input, list] = document.querySelectorAll("input, ul");
const rows = Array.from({ length: 10 }, () =>
  list.appendChild(document.createElement("li")),
);

function show() {
  rows.forEach((row, i) => {
    row.textContent = `${i}${input.value || "-"}`;
  });
}

input.addEventListener("input", show);
show();
