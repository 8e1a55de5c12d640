import { expect } from 'chai';
import { builtScripts } from './built.js';
import { projectFiles, readProject } from './project.js';
import { UNSAFE, unsafeIn } from './safety.js';

const told = (found: readonly { what: string; where: string }[]): string[] =>
  found.map(({ what, where }) => `${what} in ${where}`);

describe('text that comes from elsewhere stays text', () => {
  it('[SEC-04] in the source: nothing makes markup, styles or code of it', () => {
    const files = projectFiles('src').filter((path) => path.endsWith('.ts'));
    expect(told(files.flatMap((path) => unsafeIn(path, readProject(path))))).to.deep.equal([]);
    expect(files.length).to.be.above(100);
  });

  it('[SEC-04] in the modules for npm', () => {
    const files = [...builtScripts('dist')];
    expect(told(files.flatMap(([path, code]) => unsafeIn(path, code)))).to.deep.equal([]);
    expect(files.length).to.be.above(80);
  });

  it('[SEC-04] in the scripts for pages, libraries included: only Lit, of its own templates, and as we know it', () => {
    const found = [...builtScripts('cdn')].flatMap(([path, code]) => unsafeIn(path, code));
    const [lits, others] = [found.filter(({ isLits }) => isLits), found.filter(({ isLits }) => !isLits)];
    expect(told(others)).to.deep.equal([]);
    expect(lits, 'Lit no longer does it as it did: read how it does it now').to.have.length(1);
  });
});

describe('the check of what is safe', () => {
  const PLANTED: Readonly<Record<keyof typeof UNSAFE, readonly string[]>> = {
    'markup from text': [
      'box.innerHTML = reply;',
      'box["outerHTML"]=reply',
      'box.insertAdjacentHTML("beforeend", reply)',
      'frame.srcdoc = reply',
    ],
    'document.write': ['document.write(reply)', 'document . writeln(reply)'],
    'code from text': [
      'eval(reply)',
      'new Function(reply)()',
      'Function(reply)',
      'setTimeout("go()", 1)',
      'setInterval(`go()`)',
    ],
    'an unsafe directive': ['html`${unsafeHTML(reply)}`', 'unsafeSVG(reply)'],
    'a script address': ['a.href = "javascript:go()"', 'JavaScript:void(0)'],
    'a handler as text': ['a.setAttribute("onclick", reply)', '<a onclick="go()">', '<a onclick=${go}>'],
    'style as text': [
      '<p style="color:red">',
      'html`<p style=${reply}>`',
      'p.setAttribute("style", reply)',
      'p.style.cssText = reply',
      'styleMap({})',
    ],
    'a module by a computed name': ['import(reply)', 'import(`./${reply}.js`)'],
  };

  for (const [what, codes] of Object.entries(PLANTED)) {
    it(`[SEC-04] finds ${what}`, () => {
      for (const code of codes) {
        expect(
          unsafeIn('a.js', code).map((each) => each.what),
          code,
        ).to.include(what);
      }
    });
  }

  it('has a planted fault for everything that it looks for', () => {
    expect(Object.keys(PLANTED)).to.deep.equal(Object.keys(UNSAFE));
  });

  it('lets pass handlers and styles that are no text', () => {
    const fine =
      'html`<button @click=${run} .style=${look}>`; x.style.transform = move; setTimeout(run, 3); import("./a.js")';
    expect(unsafeIn('a.js', fine)).to.deep.equal([]);
  });

  it('knows Lit’s own template from one that somebody changed', () => {
    const lits = 'static createElement(t,e){const s=O.createElement("template");return s.innerHTML=t,s}}';
    expect(unsafeIn('a.js', lits).map(({ isLits }) => isLits)).to.deep.equal([true]);
    const changed = lits.replace('"template"', '"div"');
    expect(unsafeIn('a.js', changed).map(({ isLits }) => isLits)).to.deep.equal([false]);
  });
});
