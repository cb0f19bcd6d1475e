/** Berichten die iemand stuurt om het programma om te laten vallen of iets te laten lezen wat niet mag; elk in de plaats van een naam. */
const lol = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((n, i) => `<!ENTITY ${n} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`

/** `xml` is een goed bericht met `Voorbeeld` als achternaam. */
export function vijandig(xml: string): readonly (readonly [string, Buffer])[] {
  const zonderKop = xml.replace(/^<\?xml.*?\?>\s*/, '')
  const naam = (wat: string) => Buffer.from(xml.replace('Voorbeeld', () => wat))
  return [
    ['een miljard keer lol', Buffer.from(lol + zonderKop.replace('Voorbeeld', '&j;'))],
    [
      'een entiteit van buiten',
      Buffer.from(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${zonderKop.replace('Voorbeeld', '&e;')}`),
    ],
    ['tweehonderd niveaus diep', naam(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`)],
    [
      'een attribuut van tien megabyte',
      Buffer.from(xml.replace(/<([^:<>]+):Client>/, (_, p) => `<${p}:Client a="${'x'.repeat(10_000_000)}">`)),
    ],
    [
      'UTF-8 die halverwege een teken ophoudt',
      Buffer.concat([Buffer.from(xml.slice(0, xml.indexOf('Voorbeeld'))), Buffer.from([0xe2, 0x82])]),
    ],
    ['een NUL', naam('a\u0000b')],
    ['halverwege afgebroken', Buffer.from(xml.slice(0, Math.floor(xml.length / 2)))],
  ]
}
