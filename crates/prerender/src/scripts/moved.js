// The place on the page and what is asked of it go along, which no refresh by the page itself does.
const to = new URL(document.querySelector("link").href);
to.search = location.search;
to.hash = location.hash;
location.replace(to);
