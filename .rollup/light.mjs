import { minifyHTMLLiterals } from 'minify-literals';
import { readFileSync } from 'node:fs';

/** What makes the files for sites as light as they can be. */

/** Minifies the html, svg and css templates of our own sources. */
export const literals = () => ({
  name: 'minify-literals',
  async transform(code, id) {
    if (id.includes('node_modules') || !/(html|css|svg)\s*`/.test(code)) return null;
    return (await minifyHTMLLiterals(code, { fileName: id })) ?? null;
  },
});

/**
 * Lit makes a Trusted Types policy when it loads; in a page that allows each name once, a second copy of Lit would
 * throw and take its whole bundle with it. The copy in the CDN folder takes Lit's own name where it is free and
 * allowed, else one of its own. Where it may make neither it fails as it loads, not as it renders: no element is
 * registered then, and the fallback stays.
 */
export const policyName = () => ({
  name: 'policy-name',
  transform(code, id) {
    if (!/lit-html[/\\]lit-html\.js$/.test(id)) return null;
    const found = /(\w+)\.createPolicy\("lit-html",(\{[^}]*\})\)/.exec(code);
    if (!found) throw new Error('Lit no longer creates its policy as it did: look for it again');
    const [whole, types, rules] = found;
    const make = `name=>${types}.createPolicy(name,${rules})`;
    const guarded = `((make,one,other)=>{if(globalThis.litHtmlVersions)[one,other]=[other,one];try{return make(one)}catch{return make(other)}})(${make},'lit-html','observatorio-widgets')`;
    return { code: code.replace(whole, guarded), map: null };
  },
});

/** What a library does for browsers that have no modules that we could load, or for who writes it wrongly. */
const UNUSED = [
  // Style sheets that a shadow root adopts: every browser that we name has them.
  [/css-tag\.js$/, /\w+\.ShadowRoot&&.{1,140}"replace"in CSSStyleSheet\.prototype/, '!0'],
  [/css-tag\.js$/, /"Value passed to 'css' function[^"]*: "\+(\w)\+"[^"]*"/, '$1'],
  [/css-tag\.js$/, /"CSSResult is not constructable[^"]*"/, ''],
  // Versions that only Lit's own development build looks at (lit-html's is asked for above), and what hooks into it
  // for browsers without shadow roots and for pages that a server has rendered.
  [
    /reactive-element\.js$/,
    /,\w\?\.\(\{ReactiveElement:\w\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/,
    '',
  ],
  [/reactive-element\.js$/, /,\w=\w+\.reactiveElementPolyfillSupport/, ''],
  // What decorators register, which we do not use.
  [/reactive-element\.js$/, /static addInitializer\(\w\)\{[^}]*\}/, ''],
  [/reactive-element\.js$/, /Symbol\.metadata\?\?=.{1,80}?new WeakMap;/, ''],
  [/reactive-element\.js$/, /const \w=this\[Symbol\.metadata\];if\(.{1,150}?\}(?=this\._\$Eh=)/, ''],
  // Attributes as numbers, truths and JSON, and written back: ours are all texts, as `LIT_TYPES` makes sure.
  [
    /reactive-element\.js$/,
    /toAttribute\(\w,\w\)\{switch.{1,140}?,fromAttribute\(\w,\w\)\{let.{1,180}?return \w\}\}/,
    'fromAttribute:t=>t}',
  ],
  [/reactive-element\.js$/, /_\$ET\(\w,\w\)\{.{1,400}?\}\}(?=_\$AK\()/, ''],
  [/reactive-element\.js$/, /this\._\$Eq&&=.{1,50}?\)\),(?=this\._\$EM\(\))/, ''],
  [/reactive-element\.js$/, /\|\|\w\.useDefault&&\w\.reflect&&.{1,60}?\._\$Eu\(\w,\w\)\)/, ''],
  [
    /reactive-element\.js$/,
    /C\((\w),(\w),\{useDefault:\w,reflect:\w,wrapped:\w\},\w\)\{.{1,300}?\}(?=async _\$EP\()/,
    'C($1,$2){this._$$AL.has($1)||(this.hasUpdated||($2=void 0),this._$$AL.set($1,$2))}',
  ],
  [
    /reactive-element\.js$/,
    /_\$AK\((\w),(\w)\)\{.{1,400}?this\._\$Em=null\}\}(?=requestUpdate\()/,
    '_$$AK($1,$2){const name=this.constructor._$$Eh.get($1);void 0!==name&&(this[name]=$2)}',
  ],
  [/reactive-element\.js$/, /(?<=attribute:!0),type:String,converter:\w,reflect:!1,useDefault:!1/, ''],
  [
    /lit-element\.js$/,
    /,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w\}\);const \w=\w+\.litElementPolyfillSupport;\w\?\.\(\{LitElement:\w\}\);/,
    ';',
  ],
  [/lit-element\.js$/, /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\);/, ''],
  [/lit-html\.js$/, /,\w=\w\.litHtmlPolyfillSupport;\w\?\.\(\w,\w\),/, ';'],
  // Directives that wait, and those of a whole element: `LIT_PARTS` makes sure that there are none.
  [
    /lit-element\.js$/,
    /connectedCallback\(\)\{super\.connectedCallback\(\),this\._\$Do.{1,30}?\}disconnectedCallback\(\).{1,70}?\}/,
    '',
  ],
  [/lit-element\.js$/, /this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
  // Templates that a compiler has made.
  [/lit-html\.js$/, /"number"==typeof (\w)\?(this\._\$AC\(\w\)):.{1,100}?,\1\)(?=;)/, '$2'],
  [/lit-html\.js$/, /setConnected\(\w\)\{.{1,80}?\)\}(?=\}class)/, ''],
  [/lit-html\.js$/, /:6===\w\.type&&\(\w=new \w\(\w,this,\w\)\)/, ':0'],
  [/lit-html\.js$/, /else (\w)\.startsWith\(\w\)&&\(\w\.push\(\{type:6,.{1,60}?\)(?=;)/, ''],
  // Values within comments, scripts, styles and the like, and formulas: no template has any.
  [/lit-html\.js$/, /if\(\w\.test\(\w\.tagName\)\)\{.{1,200}?\.append\(\w\[\w\],\w\(\)\)\}\}/, ''],
  [/lit-html\.js$/, /\w\.test\(\w\[2\]\)&&\(\w=RegExp\("<\/"\+\w\[2\],"g"\)\),/, ''],
  [/lit-html\.js$/, /else\{let \w=-1;for\(;-1!==\(\w=\w\.data\.indexOf.{1,90}?\}(?=\w\+\+)/, ''],
  [/lit-html\.js$/, /:3===\w\?"<math>":""/, ':""'],
  [/lit-html\.js$/, /:3===\w\?"<\/math>":""/, ':""'],
];

/** What would need what is left out. */
const LIT_TYPES = /\btype: (Boolean|Number|Object|Array)\b|\b(reflect|useDefault): true\b|\bconverter\b/;
const LIT_PARTS =
  /lit\/(async-directive|directives\/(?!guard\.js))|\bmathml`|<!--|<(script|style|textarea|title)\b[^`]*\$\{/;

export const withoutUnused = () => ({
  name: 'without-unused',
  transform(code, id) {
    if (/[/\\]src[/\\]widgets[/\\]/.test(id) && LIT_TYPES.test(code))
      throw new Error(`${id} needs Lit's conversion of attributes, which is left out here`);
    if (/[/\\]src[/\\]widgets[/\\]/.test(id) && LIT_PARTS.test(code))
      throw new Error(`${id} needs a part of Lit's templates that is left out here`);
    const ours = UNUSED.filter(
      ([file]) => file.test(id.replaceAll('\\', '/')) && id.includes('node_modules'),
    );
    for (const [, part] of ours)
      if (!part.test(code)) throw new Error(`${id} has no ${part} any more: look again`);
    return ours.length === 0
      ? null
      : { code: ours.reduce((all, [, part, by]) => all.replace(part, by), code), map: null };
  },
});

/**
 * Chart.js parses colours only to make lighter ones for what the pointer is on and to mix them in animations. A trend
 * has neither: every colour it draws is given, so its readers need not pay for the parser.
 */
export const givenColours = () => ({
  name: 'given-colours',
  resolveId: (id) => (id === '@kurkle/color' ? '\0given-colours' : null),
  load: (id) =>
    id === '\0given-colours'
      ? 'export class Color{constructor(c){this.c=c}saturate(){return this}darken(){return this}hexString(){return this.c}}'
      : null,
});

/** Parts of Chart.js that a trend has no use for, what stands in for each, and what a trend says that has none. */
const CHART_PARTS = [
  {
    name: 'animations',
    said: /\banimation: false\b/,
    found: /^class Animations \{\n[\s\S]*?^\}$/m,
    // What `Animations.update` does where nothing is animated.
    instead: 'class Animations{update(target,values){Object.assign(target,values)}}',
  },
  {
    // A trend is read by its own code, which knows its periods.
    name: 'search for what is under the pointer',
    said: /\bevents: \[\]/,
    found: /^ ?var Interaction = \{\n[\s\S]*?^\};$/m,
    instead: 'var Interaction = { modes: {} };',
  },
];

/** A trend stands still and hears no events: what that would take is left out, and what would need it is refused. */
export const withoutChartParts = () => ({
  name: 'without-chart-parts',
  transform(code, id) {
    const path = id.replaceAll('\\', '/');
    const isChart =
      /\/src\/widgets\/.*\.ts$/.test(path) && /from 'chart\.js'/.test(code) && /new Chart\(/.test(code);
    const missed = isChart && CHART_PARTS.find(({ said }) => !said.test(code));
    if (missed) throw new Error(`${id} needs the ${missed.name} of Chart.js, which is left out here`);
    if (!/chart\.js\/dist\/chart\.js$/.test(path)) return null;
    const gone = CHART_PARTS.find(({ found }) => !found.test(code));
    if (gone) throw new Error(`Chart.js no longer has its ${gone.name}: look for it again`);
    return {
      code: CHART_PARTS.reduce((all, { found, instead }) => all.replace(found, instead), code),
      map: null,
    };
  },
});

/** A class that only says to the compiler which attributes there are says nothing when it runs. */
export const withoutEmptyClasses = () => ({
  name: 'without-empty-classes',
  renderChunk(code) {
    const empty = /\bclass (\w+) extends (\w+) \{\s*\}\n?/;
    let light = code;
    for (let found = empty.exec(light); found; found = empty.exec(light)) {
      const [whole, name, base] = found;
      const rest = light.replace(whole, '');
      if (rest.match(new RegExp(`\\b${name}\\b`, 'g'))?.length !== 1) break;
      light = rest.replace(`extends ${name} {`, `extends ${base} {`);
    }
    return light === code ? null : { code: light, map: null };
  },
});

/** One word for what two would say: no file reads what it declares before it is there, and compressed it is shorter. */
export const oneDeclaration = () => ({
  name: 'one-declaration',
  renderChunk(code) {
    const starts = [];
    const walk = (node) => {
      if (node?.type === 'VariableDeclaration' && node.kind === 'const') starts.push(node.start);
      for (const part of Object.values(node ?? {}))
        for (const each of Array.isArray(part) ? part : [part])
          if (typeof each?.type === 'string') walk(each);
    };
    walk(this.parse(code));
    starts.sort((a, b) => a - b);
    // Five letters give way to three, so that the map of the source stays right but for two places of a word.
    const parts = starts.map((at, index) => `let${code.slice(at + 5, starts[index + 1])}`);
    return { code: code.slice(0, starts[0]) + parts.join(''), map: null };
  },
});

/** The style sheet that keeps the widgets' room free, without its comments and spaces. */
export const reservedRoom = () => ({
  name: 'reserved-room',
  generateBundle() {
    const source = readFileSync('src/embed/obs.css', 'utf8')
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s*([{}:;,>])\s*/g, '$1')
      .replace(/;}/g, '}')
      .trim();
    this.emitFile({ type: 'asset', fileName: 'obs.css', source });
  },
});
