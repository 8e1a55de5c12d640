import Papa from 'papaparse';

/** A district as the police file writes it. */
export interface District {
  /** One of the 26 units the police report by: Lima is three of them. */
  readonly unit: string;
  readonly province: string;
  readonly name: string;
  /** The INEI code as a number would be written: 010202 has become 10202. */
  readonly ubigeo: string;
  /** Inhabitants assumed when drawing counts: real for the real districts, else a share of the province. */
  readonly population: number;
}

interface Province {
  readonly code: string;
  readonly unit: string;
  readonly name: string;
  readonly districts: number;
  readonly population: number;
}

interface RealDistrict {
  readonly name: string;
  readonly population: number;
  /** In the committed sample: deep in one region, the odd codes and names of the rest. */
  readonly sampled: boolean;
}

/** Names and 2025 population (MINSA REUNIS with INEI); every other district is named as synthetic. */
const REAL_DISTRICTS: ReadonlyMap<string, RealDistrict> = new Map([
  ['010101', { name: 'CHACHAPOYAS', population: 40774, sampled: true }],
  ['010201', { name: 'BAGUA', population: 30581, sampled: true }],
  ['010202', { name: 'ARAMANGO', population: 9909, sampled: true }],
  ['040101', { name: 'AREQUIPA', population: 60675, sampled: true }],
  ['070101', { name: 'CALLAO', population: 550090, sampled: true }],
  ['080101', { name: 'CUSCO', population: 123468, sampled: true }],
  ['130101', { name: 'TRUJILLO', population: 361233, sampled: true }],
  ['130102', { name: 'EL PORVENIR', population: 152932, sampled: true }],
  ['130104', { name: 'HUANCHACO', population: 99546, sampled: true }],
  ['130105', { name: 'LA ESPERANZA', population: 236080, sampled: true }],
  ['130111', { name: 'VICTOR LARCO HERRERA', population: 86510, sampled: true }],
  ['140101', { name: 'CHICLAYO', population: 293100, sampled: true }],
  ['140105', { name: 'JOSE LEONARDO ORTIZ', population: 166977, sampled: true }],
  ['150103', { name: 'ATE', population: 727548, sampled: false }],
  ['150110', { name: 'COMAS', population: 609647, sampled: false }],
  ['150132', { name: 'SAN JUAN DE LURIGANCHO', population: 1296154, sampled: true }],
  ['150135', { name: 'SAN MARTIN DE PORRES', population: 809585, sampled: false }],
  ['150801', { name: 'HUACHO', population: 78208, sampled: true }],
  ['200101', { name: 'PIURA', population: 201547, sampled: true }],
  ['200601', { name: 'SULLANA', population: 203194, sampled: true }],
]);

/** The districts of the committed sample. */
export function sampledDistricts(districts: readonly District[]): District[] {
  return districts.filter((district) => REAL_DISTRICTS.get(sixDigits(district.ubigeo))?.sampled === true);
}

/** All districts of the country, built from the table of provinces, in the order of their codes. */
export function districtsOf(provincesCsv: string): District[] {
  return readProvinces(provincesCsv).flatMap(districtsOfProvince);
}

/** The code with the zero that the spreadsheet took away put back. */
export function sixDigits(ubigeo: string): string {
  return ubigeo.padStart(6, '0');
}

function readProvinces(csv: string): Province[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map((row) => {
    const code = row['codigo'] ?? '';
    return {
      code,
      unit: policeUnit(code, row['departamento'] ?? ''),
      name: row['provincia'] ?? '',
      districts: Number(row['distritos']),
      population: Number(row['poblacion_2025']),
    };
  });
}

function policeUnit(provinceCode: string, department: string): string {
  if (provinceCode === '1501') return 'LIMA METROPOLITANA';
  if (department === 'LIMA') return 'REGION LIMA';
  if (department === 'CALLAO') return 'PROV. CONST. DEL CALLAO';
  return department;
}

/** The first district, usually the capital, is the largest; the others shrink with their rank. */
function districtsOfProvince(province: Province): District[] {
  const shares = Array.from({ length: province.districts }, (_, index) => 1 / (index + 2));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => {
    const number = String(index + 1).padStart(2, '0');
    const code = province.code + number;
    const real = REAL_DISTRICTS.get(code);
    return {
      unit: province.unit,
      province: province.name,
      name: real?.name ?? `DISTRITO SINTETICO ${number} DE ${province.name}`,
      ubigeo: String(Number(code)),
      population: real?.population ?? (province.population * share) / total,
    };
  });
}
