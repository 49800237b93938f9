// Behind the loader of the desk, in the same script: starts the program. On a page of a site the script comes when the
// desk is needed; in a file that holds it, it waits until then.
const own = document.currentScript;
const held = document.getElementById("desk-program");

/** The Wasm that stands in the page: gzip, as base64. */
const unpacked = () => {
  const packed = Uint8Array.from(atob(held.textContent), (byte) => byte.charCodeAt(0));
  const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(program, { headers: { "Content-Type": "application/wasm" } });
};

/** The Wasm from beside this script, once the style is there: without it the desk is usable all the same. */
const fetched = async () => {
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", integrity: "{{sum}}" });
  const styled = new Promise((done) => (style.onload = style.onerror = done));
  style.href = new URL("{{style}}", own.src);
  document.head.append(style);
  const [program] = await Promise.all([fetch(new URL("{{wasm}}", own.src)), styled]);
  return program;
};

let begun = false;
const begin = async () => {
  if (begun) return;
  begun = true;
  try {
    await wasm_bindgen({ module_or_path: held ? unpacked() : await fetched() });
  } catch {
    begun = false;
    document.dispatchEvent(new Event("memcon:no-desk"));
  }
};
if (held) document.addEventListener("memcon:desk", begin);
else begin();
