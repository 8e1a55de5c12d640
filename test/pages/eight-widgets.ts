/** Eight widgets as a regional observatory's front page has them, over the data at `data` (a folder's address). */
export function eightWidgets(data: string, query = ''): string {
  const homicides = `src="${data}/homicidios.csv${query}" value="tasa" time="anio" status="estado" heading="Tasa de homicidios" place="Perú" unit="por 100 mil habitantes" source-name="INEI, Comité Estadístico Interinstitucional de la Criminalidad" source-href="https://www.gob.pe/inei" updated="2026-01-25"`;
  const reports = `src="${data}/denuncias-sinteticas.csv${query}" value="sum(cantidad)" place="La Libertad" unit="denuncias" source-name="Generador de datos sintéticos" updated="2026-08-14" breaks="2025-01"`;
  const robberies = `${reports} time="ANIO, MES" where="DPTO_HECHO_NEW = 'LA LIBERTAD' and P_MODALIDADES = 'Robo'" heading="Robos denunciados (datos sintéticos)"`;
  const link = `<a href="${data}/homicidios.csv">Tasa de homicidios en el Perú, 2011–2025: ver los datos</a>`;
  return `<main>
<h1>Seguridad ciudadana en La Libertad</h1>
<p>Las cifras se leen del observatorio cada vez que se abre esta página.</p>
<div class="cards">
<obs-card ${homicides}>${link}</obs-card>
<obs-card ${robberies}>${link}</obs-card>
<obs-card src="${data}/extorsion.csv${query}" value="denuncias" time="anio" heading="Denuncias por extorsión" place="Perú" unit="denuncias" source-name="Policía Nacional del Perú">${link}</obs-card>
</div>
<p>Cómo cambiaron las denuncias y la tasa de homicidios.</p>
<div class="charts">
<obs-trend ${homicides}>${link}</obs-trend>
<obs-trend ${robberies}>${link}</obs-trend>
</div>
<p>Por distrito, modalidad y año.</p>
<obs-table ${reports} time="ANIO" by="DIST_HECHO, P_MODALIDADES" sort="cantidad desc" labels="DIST_HECHO: Distrito; P_MODALIDADES: Modalidad; cantidad: Denuncias" where="DPTO_HECHO_NEW = 'LA LIBERTAD'" heading="Denuncias por distrito (datos sintéticos)">${link}</obs-table>
<div data-obs="table" data-obs-src="${data}/percepcion.csv${query}" data-obs-by="periodo, lugar" data-obs-value="porcentaje" data-obs-unit="% de la población" data-obs-heading="Percepción de inseguridad" data-obs-source-name="INEI">${link}</div>
<obs-download ${homicides}>${link}</obs-download>
<p>Una nota al pie de la página, que nadie quiere ver moverse.</p>
</main>`;
}

/** The page's own layout: cards side by side where there is room. */
export const LAYOUT = `<style>
body { margin: 0; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 1120px; margin: 0 auto; padding: 16px }
.cards, .charts { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 256px), 1fr)) }
.charts { grid-template-columns: repeat(auto-fit, minmax(min(100%, 448px), 1fr)) }
</style>`;
