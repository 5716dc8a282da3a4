import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/*
 * The first script of the stand-in for Electron, which is delivered without one: it loads the program named on the command line.
 * It waits for that program (top-level await), so that "ready" does not come before the program has registered its schemes.
 */

/** Splits the command line into the modules to load first (`-r FILE`, which test drivers use) and the program: the first plain argument. */
function readArguments(args) {
  const firstModules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      firstModules.push(resolve(args[index]));
    } else if (!argument.startsWith('-')) return { firstModules, program: resolve(argument) };
  }
  return { firstModules, program: undefined };
}

/** Gives the program its own name, version and folders, as the original first script does, and answers its main file. */
function introduce(program) {
  if (!statSync(program).isDirectory()) {
    app.setAppPath(dirname(program));
    return program;
  }
  const description = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8'));
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version ?? '0.0.0');
  app.setPath('userData', join(app.getPath('appData'), app.name));
  app.setAppPath(program);
  return join(program, description.main ?? 'index.js');
}

const { firstModules, program } = readArguments(process.argv.slice(1));
if (program) {
  const main = introduce(program);
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });
  const load = createRequire(main);
  for (const module of firstModules) load(module);
  await import(pathToFileURL(main).href);
} else {
  console.error('No program was named on the command line.');
  app.exit(1);
}
