// Loads the page again as soon as the site was made anew. Pages are told, and do not have to ask often.
(async () => {
  const made = async (known) => (await fetch(`/_changes?${known}`)).text();
  try {
    const first = await made("");
    while ((await made(first)) === first);
    location.reload();
  } catch {
    // The server was stopped, or the reader leaves.
  }
})();
