// Stands where the guide shall not be kept on devices: lets go of all that an earlier version kept, and of itself.
const CACHE = `concord ${new URL("./", location).pathname}`;
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(Promise.all([caches.delete(CACHE), registration.unregister()])));
