/**
 * Hoe het staat met de regels van de berichten: het register is `docs/koppelingen.md`, het bewijs zijn de testnamen.
 * Een groep is een alinea die begint met een vette naam; de nummers erin zijn de regels.
 */

const vet = /^\*\*(.+?)\*\*/
const regelnummer = /\b(?:TR|CD|CS|RS|OP|IV|UP)\d{3}(?:x\d)?\b/g

/** De groepen met hun regelnummers: `{ titel, nummers }`. */
export function leesRegelregister(markdown) {
  const hoofdstuk = markdown.split(/^## /m).find((deel) => deel.startsWith('Rules')) ?? ''
  const groepen = []
  for (const alinea of hoofdstuk.split(/\n\n+/)) {
    const titel = alinea.match(vet)?.[1]
    const nummers = alinea.replace(vet, '').match(regelnummer) ?? []
    if (titel) groepen.push({ titel: titel.replace(/\.$/, ''), nummers: [] })
    groepen.at(-1)?.nummers.push(...nummers)
  }
  return groepen.map(({ titel, nummers }) => ({ titel, nummers: [...new Set(nummers)] }))
}

/** Per groep hoeveel regels een geslaagd goed én fout voorbeeld hebben, en welke niet. */
export function standVanRegels(groepen, uitslag) {
  const bewezen = (id) => {
    const telling = uitslag.get(id)
    return telling !== undefined && telling.goed > 0 && telling.fout > 0 && telling.gezakt.length === 0
  }
  return groepen.map(({ titel, nummers }) => {
    const zonder = nummers.filter((id) => !bewezen(id))
    return { titel, regels: nummers.length, bewezen: nummers.length - zonder.length, zonder }
  })
}
