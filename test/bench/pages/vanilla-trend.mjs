import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import Papa from 'papaparse';

/** What a careful developer writes by hand for one line chart of one CSV. */
Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Tooltip);

const canvas = document.querySelector('canvas');
const reply = await fetch('/data.csv');
const { data } = Papa.parse(await reply.text(), {
  header: true,
  skipEmptyLines: true,
});
if (canvas) {
  new Chart(canvas, {
    type: 'line',
    data: {
      labels: data.map(({ mes }) => mes),
      datasets: [{ label: 'Denuncias', data: data.map(({ valor }) => Number(valor)), pointRadius: 0 }],
    },
    options: { animation: false, maintainAspectRatio: false },
  });
}
