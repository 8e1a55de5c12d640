import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import Papa from 'papaparse';

/** What a careful developer writes by hand for one figure of one CSV and its line, with the usual libraries. */
Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale);

const reply = await fetch('/data.csv');
const { data } = Papa.parse(await reply.text(), {
  header: true,
  skipEmptyLines: true,
});
const last = data.at(-1);
const value = document.querySelector('.value');
if (value && last) value.textContent = new Intl.NumberFormat('es-PE').format(Number(last.valor));
const canvas = document.querySelector('canvas');
if (canvas) {
  new Chart(canvas, {
    type: 'line',
    data: {
      labels: data.map(({ mes }) => mes),
      datasets: [{ data: data.map(({ valor }) => Number(valor)), pointRadius: 0 }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: { x: { display: false }, y: { display: false } },
    },
  });
}
