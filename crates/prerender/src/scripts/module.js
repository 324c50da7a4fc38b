// Loads a module by a link that says what it has to be, as an import cannot say that; a worker has no place for it.
const load = async (name, integrity) => {
  const href = new URL(name, import.meta.url).href;
  const link = self.document?.createElement("link");
  if (link?.relList.supports("modulepreload")) {
    await new Promise((onload, onerror) => {
      document.head.append(Object.assign(link, { rel: "modulepreload", href, integrity, fetchPriority: "low", onload, onerror }));
    });
  }
  return import(href);
};
