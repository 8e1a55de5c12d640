export const help = `observatorio <command> [options]

  check [manifest]       Checks the manifest and its data
  init <file or URL>     Writes a draft of a manifest
  snapshot [manifest]    Writes a light copy of the data for any server
  snippet [manifest]     Writes the code to paste for an indicator

Options of all: --lang es|en, --help. --version shows the version.
The manifest is observatory.json unless another is told: a path or an address.
Ends with 0 if all is good, 1 if there are faults, 2 if called wrongly, 3 if a source could not be read.
`;

export const helpOf: Readonly<Record<string, string>> = {
  check: `observatorio check [manifest] [options]

Holds the manifest against its schema and the data against the manifest.

  --json             The report for a program
  --lines            One line for each source: how far its data reach, how late they are, what is wrong
  --offline          Reads only files of this computer
  --against FOLDER   Compares with an earlier snapshot
  --today DATE       Checks as if it were that day, 2026-08-12
  --lang es|en       Language
`,
  init: `observatorio init <file or URL> [options]

Writes a draft of a manifest: what can be guessed from the data, and TODO: where a person decides.

  --out FILE         Writes it there; without it, to the output
  --force            Also where the file is there already
  --protocol NAME    How the portal speaks, where it is not recognised
  --lang es|en       Language
`,
  snapshot: `observatorio snapshot [manifest] --out FOLDER [options]

Reads the sources, checks them and writes a folder of files with what the indicators need.
What could not be read, or is not good, is kept as it was.

  --out FOLDER       Where it is written
  --only NAMES       Only these indicators, with those that count the same rows; parted by commas
  --offline          Reads only files of this computer
  --unchecked        Does not check before
  --today DATE       The date of the snapshot, 2026-08-12
  --keep N           Keeps only the N latest earlier versions, and removes the files of the others
  --large-over BYTES From which size on a file is read by DuckDB, where it is installed; 268435456 without it
  --lang es|en       Language
`,
  snippet: `observatorio snippet [manifest] --indicator NAME [options]

Writes the four ways to put an indicator in a page, with the value of today.

  --indicator NAME    The indicator
  --place PLACE       Its code or its name
  --widget WIDGET     card, trend, bars, map, table or download
  --manifest-url URL  The public address of the manifest
  --script URL        The public address of the file auto.js
  --frame-url URL     The public address of the page that stands in the frame
  --form FORM         Only one: div, element, iframe, plain; or page, which stands in the frame
  --lang es|en        Language
`,
};
