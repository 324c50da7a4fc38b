// The place on the page and what is asked of it go along, which no refresh by the page itself does. Some hosts
// show the page at its folder's address without the last slash.
const folder = location.origin + location.pathname.replace(/(\/index\.html|\/)?$/, "/");
const to = new URL(document.querySelector("link").getAttribute("href"), folder);
to.search = location.search;
to.hash = location.hash;
location.replace(to);
