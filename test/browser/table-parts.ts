import { allInside, inside, next, ready, text, type Widget } from './mount.js';
import { freshPath, reply } from './replies.js';

export const SAID = 'source-name="PNP" heading="Denuncias" unit="denuncias"';
const DISTRICTS = ['Áncash', 'Cusco', 'Lima', 'Ñaña', 'Piura', 'Tacna', 'Tumbes'];

/** Twenty-eight rows: seven places, four years. */
export function denunciations(): string {
  const rows = DISTRICTS.flatMap((name, place) =>
    [2021, 2022, 2023, 2024].map((year) => `${name},${year},${(place + 1) * 1000 + year}`),
  );
  return reply(freshPath(), `lugar,anio,casos\n${rows.join('\n')}\n`);
}

export const long = (): Promise<Widget> =>
  ready(`<obs-table src="${denunciations()}" time="anio" value="casos" by="lugar" ${SAID}></obs-table>`);

export const STATUSES = `src="/examples/data/homicidios.csv" value="tasa" time="anio" status="estado" period="2021..2025"
  unit="por 100 mil habitantes" heading="Tasa de homicidios" source-name="INEI" labels="tasa: Tasa"`;

export const header = (widget: Widget, name: string): HTMLElement => {
  const found = allInside(widget, 'thead th').find((each) => text(each).includes(name));
  if (!found) throw new Error(`No header ${name}`);
  return found;
};

export const cells = (widget: Widget): string[][] =>
  allInside(widget, 'tbody tr').map((row) =>
    [...row.querySelectorAll(':is(th, td) > span:last-child')].map((cell) => text(cell)),
  );

export const status = (widget: Widget): string => text(inside(widget, '[role=status]'));

export async function press(widget: Widget, button: HTMLElement | null | undefined): Promise<void> {
  const shown = next(widget, 'obs-shown');
  button?.click();
  await shown;
  await widget.updateComplete;
}

export async function search(widget: Widget, words: string): Promise<void> {
  const field = inside<HTMLInputElement>(widget, 'input');
  field.value = words;
  const shown = next(widget, 'obs-shown');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await shown;
  await widget.updateComplete;
}
