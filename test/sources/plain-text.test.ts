import { expect } from 'chai';
import { plainText } from '../../src/sources/plain-text.js';

describe('markup as text', () => {
  it('is the words, without the tags, each block parted from the next by a space', () => {
    expect(plainText('<p>Uno<br />dos</p>\n<ul><li>tres</li><li><b>cua</b>tro</li></ul>')).to.equal(
      'Uno dos tres cuatro',
    );
    expect(plainText('<a href="https://a.example" target=_blank>PNP</a>')).to.equal('PNP');
  });

  it('has its letters, whichever way they are written', () => {
    expect(
      plainText('Informaci&oacute;n del a&ntilde;o, &Aacute;ncash&nbsp;&#243; &#xF1; &ldquo;x&rdquo;'),
    ).to.equal('Información del año, Áncash ó ñ “x”');
  });

  it('leaves alone what is no tag and no letter', () => {
    const plain = 'menos de 3 < 5 y 7 > 2; R&D; &nada; &toString; &#99999999;';
    expect(plainText(plain)).to.equal(plain);
  });

  it('decodes once: what was text stays text', () => {
    expect(plainText('&amp;lt;b&amp;gt; &lt;b&gt;')).to.equal('&lt;b&gt; <b>');
  });
});
