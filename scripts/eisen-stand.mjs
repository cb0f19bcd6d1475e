/**
 * Hoe het met elke eis staat, uit drie bronnen: het register, de catalogi en de uitslag van een testrun.
 * Zuiver rekenen; lezen en afdrukken doet `eisen.mjs`.
 */

// A-BR-04 uit het register van de catalogi, of TR302 uit dat van de berichten.
const nummer = '(?:[A-Z]+(?:-[A-Z0-9]+)*-\\d{2,}|[A-Z]{2}\\d{3}(?:x\\d)?)'
const rij = /^\| *([AB]-[A-Z]+-\d{2,}) *\|/
const kop = /^### [\d.]+ ([AB]-[A-Z]+) — ([^(]+)/
const bewijs = new RegExp(`^((?:${nummer}[, ]+)*${nummer}) (goed|fout|tekst):`)

/** De uitspraken van het register, in volgorde: `{ id, groep, uitspraak }`, en de titels van de groepen. */
export function leesRegister(markdown) {
  const eisen = []
  const titels = {}
  let kolom = 1
  for (const regel of markdown.split('\n')) {
    const [, groep, titel] = regel.match(kop) ?? []
    if (groep) titels[groep] = titel.trim()
    const cellen = regel.split(/(?<!\\)\|/).map((cel) => cel.trim())
    if (cellen[1] === 'ID') kolom = cellen.indexOf('Statement') // de ene tabel heeft een kolom met producten, de andere niet
    const id = regel.match(rij)?.[1]
    if (id) eisen.push({ id, groep: id.replace(/-\d+$/, ''), uitspraak: cellen[kolom] ?? '' })
  }
  return { eisen, titels }
}

/** Wat een testnaam bewijst: `A-BR-04 A-BR-06 goed: …` geeft twee nummers en `goed`. Anders undefined. */
export function leesBewijs(titel) {
  const zonderAanhaling = titel.replace(new RegExp(`'(${nummer})'`, 'g'), '$1') // it.each zet om een ingevulde tekst aanhalingstekens
  const [, nummers, soort] = zonderAanhaling.match(bewijs) ?? []
  return nummers ? { nummers: nummers.split(/[, ]+/), soort } : undefined
}

/** Per nummer hoeveel tests er goed, fout en tekst aantonen, en welke er zakken. */
export function leesUitslag(uitslag) {
  const perEis = new Map()
  for (const { title, status } of uitslag.testResults.flatMap((bestand) => bestand.assertionResults)) {
    const gevonden = leesBewijs(title)
    for (const id of gevonden?.nummers ?? []) {
      const telling = perEis.get(id) ?? { goed: 0, fout: 0, tekst: 0, gezakt: [] }
      if (status === 'passed') telling[gevonden.soort] += 1
      if (status === 'failed') telling.gezakt.push(title)
      perEis.set(id, telling)
    }
  }
  return perEis
}

/** Per nummer wat de catalogi erover zeggen: in welke stappen het werkt, onze tekst en de plaats in de bron. */
export function leesCatalogi(bestanden) {
  const perEis = new Map()
  const bronnen = new Map()
  for (const inhoud of bestanden) {
    for (const { document, regels, eisen } of inhoud?.passages ?? [])
      for (const id of eisen) bronnen.set(id, [...(bronnen.get(id) ?? []), `${document} regel ${regels}`])
    const producten = Object.values(inhoud?.producten ?? {}).flatMap((product) => product.uitspraken ?? [])
    for (const { eis, tekst, werkt } of [...producten, ...(inhoud?.gedeeld ?? [])]) {
      const eerder = perEis.get(eis)
      perEis.set(eis, { tekst: eerder?.tekst ?? tekst, werkt: [...new Set([...(eerder?.werkt ?? []), ...(werkt ?? [])])] })
    }
  }
  for (const [id, gegevens] of perEis) gegevens.bron = bronnen.get(id) ?? []
  return perEis
}

/** bewezen: goed én fout slagen en geen test zakt. tekst: niets te handhaven. open: al het andere. */
function oordeel(telling, catalogus) {
  if (telling.gezakt.length > 0) return 'open'
  if (telling.goed > 0 && telling.fout > 0) return 'bewezen'
  return catalogus && catalogus.werkt.length === 0 ? 'tekst' : 'open'
}

function waaromOpen(telling, catalogus) {
  if (telling.gezakt.length > 0) return `${telling.gezakt.length} test zakt`
  if (!catalogus) return 'staat in geen catalogus'
  if (telling.goed > 0) return 'het foute voorbeeld ontbreekt'
  return telling.fout > 0 ? 'het goede voorbeeld ontbreekt' : 'nog geen test'
}

/** De stand van alle uitspraken, per groep en bij elkaar geteld. */
export function bepaalStand({ eisen, titels }, catalogi, uitslag) {
  const regels = eisen.map(({ id, groep, uitspraak }) => {
    const telling = uitslag.get(id) ?? { goed: 0, fout: 0, tekst: 0, gezakt: [] }
    const catalogus = catalogi.get(id)
    const stand = oordeel(telling, catalogus)
    const reden = stand === 'open' ? waaromOpen(telling, catalogus) : null
    return {
      id,
      groep,
      stand,
      goed: telling.goed,
      fout: telling.fout,
      toontTekst: telling.tekst,
      reden,
      werkt: catalogus?.werkt ?? [],
      bron: catalogus?.bron ?? [],
      tekst: catalogus?.tekst ?? uitspraak,
    }
  })
  const groepen = [...new Set(regels.map((regel) => regel.groep))].map((groep) => {
    const leden = regels.filter((regel) => regel.groep === groep)
    return { groep, titel: titels[groep] ?? '', ...tel(leden), eisen: leden }
  })
  return { totaal: tel(regels), groepen }
}

function tel(regels) {
  const aantal = (stand) => regels.filter((regel) => regel.stand === stand).length
  return { eisen: regels.length, bewezen: aantal('bewezen'), tekst: aantal('tekst'), open: aantal('open') }
}
