import Papa from 'papaparse';

/** What a careful developer writes by hand for one figure of one CSV. */
const reply = await fetch('/data.csv');
const { data } = Papa.parse(await reply.text(), {
  header: true,
  skipEmptyLines: true,
});
const last = data.at(-1);
const value = document.querySelector('.value');
if (value && last) value.textContent = new Intl.NumberFormat('es-PE').format(Number(last.valor));
