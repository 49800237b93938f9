// Behind the loader, in the same module: unpacks the program that stands in the page, and starts it.
// Where the page shows no record there is nothing to start for.
if (document.querySelector("script[data-record]")) {
  if (!("DecompressionStream" in window)) throw new Error("This browser cannot unpack the program; a newer one can.");
  const packed = Uint8Array.from(atob(document.getElementById("program").textContent), (byte) => byte.charCodeAt(0));
  const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const headers = { "Content-Type": "application/wasm" };
  await {{init}}({ module_or_path: new Response(program, { headers }) });
}
