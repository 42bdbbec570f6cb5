import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Preloaded by `--import`: on exit, writes the URLs of all loaded modules to the file that `MODULE_LIST` names. */
const urls: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    urls.push(url);
    return nextLoad(url, context);
  },
});
process.on('exit', () => writeFileSync(process.env.MODULE_LIST ?? '', JSON.stringify(urls)));
