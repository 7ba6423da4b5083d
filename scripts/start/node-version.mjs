/** Throws a sentence that says which Node is needed; several packages do not run on older ones. */
export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const enough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!enough)
    throw new Error(
      `It needs Node 20.19, 22.12, 24 or newer; this is Node ${version}. Install one from https://nodejs.org or with your version manager.`,
    );
}
