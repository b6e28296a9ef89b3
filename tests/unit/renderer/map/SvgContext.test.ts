import { describe, expect, it } from 'vitest';
import { SvgContext } from '../../../../renderer/map/SvgContext';

const WIDTH_OF_LETTER = 6;
const context = (prefix = '') => new SvgContext((text) => text.length * WIDTH_OF_LETTER, prefix);

describe('SvgContext', () => {
  it('writes paths in steps of a tenth of a pixel, and fills and strokes one as one element', () => {
    const svg = context();
    svg.beginPath();
    svg.moveTo(1.04, 2);
    svg.lineTo(3, 2.26);
    svg.lineTo(3, 2.27);
    svg.closePath();
    svg.fillStyle = '#aabbcc';
    svg.fill();
    svg.strokeStyle = '#112233';
    svg.globalAlpha = 0.5;
    svg.stroke();
    expect(svg.content()).toBe(
      '<g fill="#aabbcc" stroke="#112233" stroke-opacity="0.5" stroke-width="1"><path d="M1 2l2 0.3z"/></g>',
    );
  });

  it('puts shapes of one paint into one group', () => {
    const svg = context();
    for (const x of [1, 2]) {
      svg.beginPath();
      svg.arc(x, 0, 1.5);
      svg.fill();
    }
    svg.fillStyle = '#ff0000';
    svg.fillRect(0, 0, 4, 5);
    expect(svg.content()).toBe(
      '<g fill="#000000"><circle cx="1" cy="0" r="1.5"/><circle cx="2" cy="0" r="1.5"/></g>' +
        '<g fill="#ff0000"><rect x="0" y="0" width="4" height="5"/></g>',
    );
  });

  it('writes a text on its halo once, with its signs escaped', () => {
    const svg = context();
    svg.font = 'italic 450 11px "Inter Variable", sans-serif';
    svg.textAlign = 'center';
    svg.strokeText('R&D <b>"x"</b>\u0000', 5, 6);
    svg.fillText('R&D <b>"x"</b>\u0000', 5, 6);
    const text = svg.content();
    expect(text.match(/<text/g)).toHaveLength(1);
    expect(text).toContain('>R&amp;D &lt;b&gt;&quot;x&quot;&lt;/b&gt; </text>');
    expect(text).toContain('paint-order="stroke"');
    expect(text).toContain('font-family="&quot;Inter Variable&quot;, sans-serif" font-size="11"');
    expect(text).toContain('font-style="italic" text-anchor="middle"');
  });

  it('leaves out what is beyond the box that it is clipped to, but not what crosses it', () => {
    const svg = context('a-');
    svg.save();
    svg.beginPath();
    svg.rect(0, 0, 100, 100);
    svg.clip();
    svg.beginPath();
    svg.moveTo(500, 0);
    svg.lineTo(600, 50);
    svg.lineTo(500, 90);
    svg.closePath();
    svg.fill();
    svg.beginPath();
    svg.moveTo(50, 50);
    for (let x = 200; x < 900; x += 10) svg.lineTo(x, 50 + (x % 7));
    svg.lineTo(50, 90);
    svg.closePath();
    svg.fill();
    svg.restore();
    const text = svg.content();
    expect(text.match(/<path/g)).toHaveLength(1);
    // The first and the last of the points outside are enough: four points in all.
    expect(/ d="([^"]*)"/.exec(text)![1]!.split(' ').length).toBe(7);
    expect(text).toContain('<clipPath id="a-clip1"><rect x="0" y="0" width="100" height="100"/></clipPath>');
    expect(text.endsWith('</g></g>')).toBe(true);
  });

  it('gives back on restore what save kept, turned texts included', () => {
    const svg = context();
    svg.save();
    svg.translate(10, 20);
    svg.rotate(Math.PI / 2);
    svg.fillText('Ohio', 0, 4);
    svg.restore();
    svg.fillText('Ohio', 1, 2);
    expect(svg.content()).toContain(
      '<text x="0" y="4" transform="translate(10 20) rotate(90)">Ohio</text><text x="1" y="2">Ohio</text>',
    );
    svg.letterSpacing = '1px';
    expect(svg.measureText('Ohio').width).toBe(4 * WIDTH_OF_LETTER + 4);
  });
});
