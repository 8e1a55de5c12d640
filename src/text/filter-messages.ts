export interface FilterMessages {
  /** What is chosen, where the page does not say. */
  readonly label: Readonly<Record<FilterKind, string>>;
  /** Not to choose. */
  readonly all: Readonly<Record<FilterKind, string>>;
  readonly reset: string;
  /** There are no options. */
  readonly empty: string;
  /** What a choice has changed, for those who listen: `La Libertad: cambian 3 cuadros`. */
  readonly changed: (label: string, figures: number) => string;
}

export interface ProfileMessages {
  /** `Seguridad ciudadana: La Libertad` */
  readonly title: (place: string) => string;
  readonly key: string;
  readonly changes: string;
  /** `Dentro de La Libertad` */
  readonly within: (place: string) => string;
  /** What the observatory has of the country alone. */
  readonly country: (name: string) => string;
  readonly targets: string;
  readonly data: string;
  readonly method: string;
  /** Nothing is chosen yet of which it could be. */
  readonly choose: string;
  /** The sheet of an indicator, behind its title: `Ficha completa: Robos` */
  readonly sheet: (title: string) => string;
}

type FilterKind = 'place' | 'period' | 'breakdown' | 'indicator';
