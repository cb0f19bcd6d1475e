/**
 * Samenhang van een catalogus: wijst alles naar iets dat bestaat, en past het daar. De vorm zelf (welke sleutels, welke
 * soort waarde) is bij het laden al gecontroleerd. Of elke rij bereikbaar is en elke combinatie een uitkomst heeft,
 * controleert `advies/controleer-tabellen.ts`, want daar is de rekenkern voor nodig.
 */
import { type Controle, dubbelen, maakControle, type Pad } from './controle.ts'
import { controleerKop, controleerProducten } from './controleer-producten.ts'
import { controleerStapeling } from './controleer-stapeling.ts'
import { controleerUitspraken } from './controleer-uitspraken.ts'
import { controleerVoorliggend } from './controleer-voorliggend.ts'
import { controleerVerwijzing, controleerVoorwaarden, voorwaardenMetPad } from './controleer-voorwaarden.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesKeuze } from '#core/catalogus/instellingen.ts'
import type { GeladenCatalogus } from '#core/catalogus/laden/laad.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

/** Alle fouten in de samenhang, in volgorde van bestand en regel. */
export function controleerCatalogus(geladen: GeladenCatalogus): Catalogusfout[] {
  const c = maakControle(geladen)
  controleerKop(c)
  controleerProducten(c)
  controleerVragen(c)
  controleerInstellingen(c)
  controleerAfgeleid(c)
  controleerTabellen(c)
  controleerVoorwaarden(c)
  controleerKringen(c)
  controleerUitspraken(c)
  controleerVoorliggend(c)
  controleerStapeling(c)
  controleerNormenkaders(c)
  controleerVergelijking(c)
  controleerVignetten(c)
  return opPlaats(c.fouten)
}

export function opPlaats(fouten: readonly Catalogusfout[]): Catalogusfout[] {
  return [...fouten].sort((a, b) => (a.bestand === b.bestand ? a.regel - b.regel || a.kolom - b.kolom : a.bestand < b.bestand ? -1 : 1))
}

function controleerVragen(c: Controle): void {
  for (const [id, vraag] of Object.entries(c.catalogus.vragen)) {
    const pad: Pad = ['vragen', id]
    c.bestaat([...pad, 'thema'], 'THEMA_ONBEKEND', 'het thema', vraag.thema, Object.keys(c.catalogus.themas))
    if (c.catalogus.afgeleid?.[id])
      c.meld(pad, 'NAAM_DUBBEL', `"${id}" is een vraag en ook een afgeleide waarde.`, 'Geef een van beide een andere naam.')
    if (vraag.soort === 'getal' && vraag.max !== undefined && vraag.max < vraag.min)
      c.meld(
        [...pad, 'max'],
        'WAARDE_ONGELDIG',
        `Het grootste antwoord (${vraag.max}) is kleiner dan het kleinste (${vraag.min}).`,
        'Verbeter een van de twee.',
      )
    if (vraag.soort === 'keuze' || vraag.soort === 'meerkeuze') {
      dubbelen(
        c,
        [...pad, 'waarden'],
        waardenVan(vraag.waarden).map((w) => w.id),
      )
      if (waardenVan(vraag.waarden).some((w) => w.id === 'onbekend'))
        c.meld(
          [...pad, 'waarden'],
          'NAAM_GERESERVEERD',
          'De waarde "onbekend" is gereserveerd voor een vraag zonder antwoord.',
          'Kies een ander woord.',
        )
    }
    if (vraag.soort === 'janee' && vraag.voorstelUit !== undefined) {
      const anderen = Object.entries(c.catalogus.vragen).flatMap(([n, v]) => (v.soort === 'janee' && n !== id ? [n] : []))
      c.bestaat([...pad, 'voorstelUit'], 'VRAAG_ONBEKEND', 'de andere ja/nee-vraag', vraag.voorstelUit, anderen)
    }
    if (vraag.soort !== 'janee' || !vraag.bepaaldDoor) continue
    const { vraag: bron, vanaf } = vraag.bepaaldDoor
    const getallen = Object.entries(c.catalogus.vragen).flatMap(([n, v]) => (v.soort === 'getal' ? [n] : []))
    c.bestaat([...pad, 'bepaaldDoor', 'vraag'], 'VRAAG_ONBEKEND', 'de vraag met een getal', bron, getallen)
    if (typeof vanaf === 'object') controleerVerwijzing(c, [...pad, 'bepaaldDoor', 'vanaf', 'instelling'], vanaf.instelling, 'getal')
  }
}

/** De standaard van een instelling moet zelf een geldige keuze zijn. */
function controleerInstellingen(c: Controle): void {
  for (const [sleutel, i] of Object.entries(c.catalogus.instellingen ?? {})) {
    const pad: Pad = ['instellingen', sleutel, 'standaard']
    if (i.perGemeente) {
      const tabel = i.standaard
      if (tabel === null || typeof tabel !== 'object' || Array.isArray(tabel))
        c.meld(pad, 'WAARDE_SOORT', 'Bij perGemeente is de standaard een blok met per gemeente een waarde.', 'Schrijf {Gemeente: waarde}.')
      else
        for (const g of Object.keys(tabel))
          c.bestaat(
            [...pad, g],
            'GEMEENTE_ONBEKEND',
            'de gemeente',
            g,
            c.catalogus.gemeenten.map((x) => x.naam),
          )
      continue
    }
    const lezing = i.lezingen.find((l) => l.ontbreekt && JSON.stringify(l.waarde) === JSON.stringify(i.standaard))
    if (lezing)
      c.meld(
        pad,
        'STANDAARD_ONMOGELIJK',
        `De standaard van ${sleutel} kan nog niet gekozen worden: ${lezing.ontbreekt}`,
        'Kies een andere standaard.',
      )
    const anders = { ...i, standaard: '\u0000' }
    const gekozen = leesKeuze({ ...c.catalogus, instellingen: { [sleutel]: anders } }, { instellingen: { [sleutel]: i.standaard } })
    if (!gekozen.ok && !lezing && i.standaard !== null)
      c.meld(
        pad,
        'STANDAARD_ONMOGELIJK',
        `De standaard van ${sleutel} is geen van de lezingen.`,
        'Voeg een lezing met deze waarde toe of kies een lezing.',
      )
  }
}

function controleerAfgeleid(c: Controle): void {
  for (const [id, a] of Object.entries(c.catalogus.afgeleid ?? {})) {
    const waarden = waardenVan(a.waarden).map((w) => w.id)
    for (const [i, rij] of a.rijen.entries()) {
      const pad: Pad = ['afgeleid', id, 'rijen', i]
      c.bestaat([...pad, 'dan'], 'WAARDE_BUITEN_DOMEIN', 'de waarde', rij.dan, waarden)
      const laatste = i === a.rijen.length - 1
      if (!rij.als && !laatste)
        c.meld(
          pad,
          'RIJ_ONBEREIKBAAR',
          'Deze rij geldt altijd, dus de rijen eronder komen nooit aan de beurt.',
          'Zet er een voorwaarde bij of zet de rij onderaan.',
        )
      if (rij.als && laatste)
        c.meld(
          pad,
          'COMBINATIE_ZONDER_UITKOMST',
          `De laatste rij van ${id} heeft een voorwaarde; geldt geen enkele rij, dan is er geen waarde.`,
          'Voeg onderaan een rij zonder `als` toe.',
        )
    }
  }
}

function controleerTabellen(c: Controle): void {
  const producten = Object.keys(c.catalogus.producten)
  for (const [t, tabel] of Object.entries(c.catalogus.tabellen)) {
    for (const [i, v] of tabel.vraagvolgorde.entries())
      c.bestaat(['tabellen', t, 'vraagvolgorde', i], 'VRAAG_ONBEKEND', 'de vraag', v, Object.keys(c.catalogus.vragen))
    if (['catalogus', 'versie', 'hash', 'afgeleid'].includes(t))
      c.meld(
        ['tabellen', t],
        'NAAM_GERESERVEERD',
        `Een tabel kan niet "${t}" heten; die naam staat al in het antwoord.`,
        'Kies een andere naam.',
      )
    dubbelen(c, ['tabellen', t, 'vraagvolgorde'], tabel.vraagvolgorde)
    dubbelen(
      c,
      ['tabellen', t, 'rijen'],
      tabel.rijen.map((r) => r.rij),
    )
    for (const [i, { dan }] of tabel.rijen.entries()) {
      const pad: Pad = ['tabellen', t, 'rijen', i, 'dan']
      if ('geen' in dan) c.bestaat([...pad, 'geen'], 'GROND_ONBEKEND', 'de grond', dan.geen, Object.keys(c.catalogus.gronden))
      else if ('product' in dan) c.bestaat([...pad, 'product'], 'PRODUCT_ONBEKEND', 'het product', dan.product, producten)
      else
        for (const [j, p] of dan.bespreken.entries()) c.bestaat([...pad, 'bespreken', j], 'PRODUCT_ONBEKEND', 'het product', p, producten)
    }
    for (const [i, w] of (tabel.waarschuwingen ?? []).entries()) {
      for (const [j, p] of (w.bij ?? []).entries())
        c.bestaat(['tabellen', t, 'waarschuwingen', i, 'bij', j], 'PRODUCT_ONBEKEND', 'het product of de grond', p, [
          ...producten,
          ...Object.keys(c.catalogus.gronden),
        ])
    }
  }
}

/** Een afgeleide waarde of definitie die via een omweg op zichzelf rust, heeft nooit een antwoord. */
function controleerKringen(c: Controle): void {
  const rustOp = new Map<string, Set<string>>()
  const paden = new Map<string, Pad>()
  for (const [pad, v] of voorwaardenMetPad(c.catalogus)) {
    if (pad[0] !== 'afgeleid' && pad[0] !== 'definities') continue
    const knoop = `${pad[0]}.${String(pad[1])}`
    if (!paden.has(knoop)) paden.set(knoop, pad.slice(0, 2))
    rustOp.set(knoop, new Set([...(rustOp.get(knoop) ?? []), ...verwijzingen(c, v)]))
  }
  const klaar = new Set<string>()
  const bezoek = (knoop: string, weg: readonly string[]): void => {
    const begin = weg.indexOf(knoop)
    if (begin >= 0) {
      const kring = [...weg.slice(begin), knoop].map((k) => k.split('.')[1]).join(' → ')
      c.meld(paden.get(knoop) ?? [], 'KRING', `Deze waarde rust op zichzelf: ${kring}.`, 'Haal een van de verwijzingen weg.')
      klaar.add(knoop)
    }
    if (klaar.has(knoop)) return
    for (const volgende of rustOp.get(knoop) ?? []) bezoek(volgende, [...weg, knoop])
    klaar.add(knoop)
  }
  for (const knoop of rustOp.keys()) bezoek(knoop, [])
}

function verwijzingen(c: Controle, v: Voorwaarde): string[] {
  const delen = Object.entries(v).flatMap(([woord, w]) =>
    ['alle', 'een', 'geen', 'van'].includes(woord) && Array.isArray(w) ? (w as Voorwaarde[]) : woord === 'niet' ? [w as Voorwaarde] : [],
  )
  if (delen.length > 0) return delen.flatMap((d) => verwijzingen(c, d))
  if ('definitie' in v) return [`definities.${String(v.definitie)}`]
  return Object.keys(v).flatMap((id) => (c.catalogus.afgeleid?.[id] ? [`afgeleid.${id}`] : []))
}

function controleerNormenkaders(c: Controle): void {
  for (const [n, kader] of Object.entries(c.catalogus.normenkaders ?? {})) {
    dubbelen(
      c,
      ['normenkaders', n, 'activiteiten'],
      kader.activiteiten.map((a) => a.code),
    )
    for (const [i, a] of kader.activiteiten.entries()) {
      for (const z of Object.keys(a.minuten))
        c.bestaat(['normenkaders', n, 'activiteiten', i, 'minuten', z], 'ZWAARTE_ONBEKEND', 'de zwaarte', z, Object.keys(kader.zwaarten))
    }
  }
}

function controleerVergelijking(c: Controle): void {
  const kenmerken = new Set(Object.values(c.catalogus.producten).flatMap((p) => Object.keys(p.kenmerken ?? {})))
  const namen = [...Object.keys(c.catalogus.vragen), ...Object.keys(c.catalogus.afgeleid ?? {})]
  for (const [i, { uit }] of (c.catalogus.vergelijking ?? []).entries()) {
    if (typeof uit !== 'object') continue
    if ('kenmerk' in uit) c.bestaat(['vergelijking', i, 'uit', 'kenmerk'], 'KENMERK_ONBEKEND', 'het kenmerk', uit.kenmerk, kenmerken)
    if ('lijstitem' in uit)
      c.bestaat(['vergelijking', i, 'uit', 'lijstitem'], 'VRAAG_ONBEKEND', 'de vraag of afgeleide waarde', uit.lijstitem, namen)
  }
}

function controleerVignetten(c: Controle): void {
  const { vignetten = [], tabellen, gronden, producten } = c.catalogus
  dubbelen(
    c,
    ['vignetten'],
    vignetten.map((v) => v.id),
  )
  for (const [i, v] of vignetten.entries()) {
    for (const [t, verwacht] of Object.entries(v.verwacht ?? {})) {
      const pad: Pad = ['vignetten', i, 'verwacht', t]
      if (!c.bestaat(pad, 'TABEL_ONBEKEND', 'de tabel', t, Object.keys(tabellen))) continue
      if (verwacht.product) c.bestaat([...pad, 'product'], 'PRODUCT_ONBEKEND', 'het product', verwacht.product, Object.keys(producten))
      if (verwacht.grond) c.bestaat([...pad, 'grond'], 'GROND_ONBEKEND', 'de grond', verwacht.grond, Object.keys(gronden))
      if (verwacht.rij) c.bestaat([...pad, 'rij'], 'RIJ_ONBEKEND', 'de rij', verwacht.rij, tabellen[t]?.rijen.map((r) => r.rij) ?? [])
      if (verwacht.vraag) c.bestaat([...pad, 'vraag'], 'VRAAG_ONBEKEND', 'de vraag', verwacht.vraag, Object.keys(c.catalogus.vragen))
    }
  }
}
