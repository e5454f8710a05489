// A number that changes once a second: the least that a countdown can do.
const number = document.querySelector("p");
let seconds = 0;

setInterval(() => {
  seconds += 1;
  number.textContent = String(seconds);
}, 1000);
