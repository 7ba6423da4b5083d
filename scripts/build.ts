import { prepareBuild } from "./start/prepare-build";
import { prepareClient } from "./start/prepare-client";
import { runCommand } from "./start/with-database";

/** What `npm start` would generate and build, without starting: for images, where nothing may be written later. */
runCommand(async () => {
  await prepareClient();
  await prepareBuild();
});
