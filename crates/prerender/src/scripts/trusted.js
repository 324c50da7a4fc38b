// The one policy by which text becomes HTML or the address of a script. It lets through HTML without handlers of
// events, without frames and without addresses that are scripts, and scripts of this origin that are named by their
// content, or are the worker that keeps the guide. A browser that knows no such policies is given the same rules.
window.trusted ??= (window.trustedTypes ?? { createPolicy: (_, rules) => rules }).createPolicy("concord", {
  createHTML: (html) => {
    if (/<(?:[^<>"']|"[^"]*"|'[^']*')*?[\s"'/](?:on\w+|srcdoc)\s*=|<(?:iframe|frame|object|embed)\b|=\s*["']?\s*javascript:/i.test(html)) throw new TypeError("refused HTML");
    return html;
  },
  createScriptURL: (address) => {
    const { origin, pathname } = new URL(address, document.baseURI);
    if (origin !== location.origin || !/\/([a-z-]+-[0-9a-f]{16}|sw)\.js$/.test(pathname)) throw new TypeError(`refused script: ${address}`);
    return address;
  },
});
