/**
 * The records of a CSV as RFC 4180 has them, read with nothing of the library and of nobody else: by a reader that
 * knows delimiters, quotes and line ends and takes each character as it comes.
 */
export function readByHand(csv: string, delimiter = ','): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    record.push(cell);
    cell = '';
  };
  for (let at = 0; at < csv.length; at++) {
    const char = csv.charAt(at);
    if (quoted && char === '"' && csv.charAt(at + 1) === '"') {
      cell += '"';
      at++;
    } else if (char === '"') quoted = !quoted;
    else if (quoted) cell += char;
    else if (char === delimiter) endCell();
    else if (char === '\n' || (char === '\r' && csv.charAt(at + 1) === '\n')) {
      endCell();
      records.push(record);
      record = [];
      if (char === '\r') at++;
    } else cell += char;
  }
  return records;
}
