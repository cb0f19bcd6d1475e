/**
 * De tabel "individueel" van regio B met de hand uitgeschreven, zoals iemand het zonder catalogus zou doen: met dezelfde
 * redenen en waarschuwingen als uitkomst, maar alleen voor volledig beantwoorde gevallen en de standaardinstellingen.
 */
import type { Advies, Melding, Oordeel, Reden } from '#core/advies/advies.ts'

export type Antwoorden = {
  wlzPassend: string
  zvwPassend: string
  pwPassend: string
  hulpvraagPastBinnenWmo: string
  bereikbaarheid24x7Nodig: string
  hulpvraagUitstelbaar: string
  kanZelfstandigWonen: string
  problematiekStabiel: string
  acuutIngrijpen: string
  nietPlanbareOndersteuningNodig: string
  stapNaarZelfstandigWonenTeGroot: string
  behoudZelfstandigWonenBijTerugval: string
  multiproblematiek: string
  aantalLeefgebieden: number
  oorzaken: string[]
  gemotiveerd: string
  staatOpen: string
  eigenKrachtVolstaat: string
  gebruikelijkeHulpVolstaat: string
  mantelzorgVolstaat: string
  netwerkVolstaat: string
  algemeenGebruikelijkVolstaat: string
  algemeneVoorzieningVolstaat: string
  oplossingenSamenVolstaan: string
  beperkingZelfredzaamheid: string
  beperkingMeedoen: string
  medicijngebruikStabiel: string
  verwachteVerslechtering: string
  beseftNoodzaak: string
  hulpBijFormuleren: string
  leerbaarheid: string
  hulpvraagVoorspelbaar: string
  kansErnstigeGevolgen: string
  inzichtEigenProblematiek: string
  kanHulpvraagStellen: string
  verandercapaciteit: string
  hardnekkigePatronen: string
  onvoorspelbaarGedrag: string
  beperktBelastbaar: string
  wordtSomsOvervallen: string
  woontZelfstandig: string
}

const o = (voldaan: boolean): Oordeel => (voldaan ? 'voldaan' : 'niet_voldaan')

export function maakAlsDan(melding: (code: string) => Melding): (a: Antwoorden) => Advies {
  const codes = [
    'ANDERE_OPLOSSING_VOLSTAAT',
    'HULPVRAAG_BUITEN_WMO',
    'ANDERE_WET_PAST',
    'VRIJWILLIG_SIGNAAL',
    'BI_ZELFREDZAAMHEID_EN_MEEDOEN',
    'BI_MEER_DAN_ENKELE_LEEFGEBIEDEN',
    'BI_MULTIPROBLEMATIEK',
    'BI_OORZAAK_ONTBREEKT',
    'BI_NIET_STABIEL',
    'BI_MEDICIJNGEBRUIK_NIET_STABIEL',
    'BI_VERSLECHTERING_VERWACHT',
    'BI_BESEFT_NIET_OF_STAAT_NIET_OPEN',
    'BX_NOEMT_BEPERKT_INZICHT',
    'BI_HULP_BIJ_FORMULEREN',
    'BI_DOEL_BEHOUDEN',
    'BI_HULPVRAAG_ONVOORSPELBAAR',
    'BX_GEEN_BEPERKING',
    'BX_OORZAAK_ONTBREEKT',
    'BX_STABIEL',
    'BX_GEEN_ACUUT_INGRIJPEN',
    'BX_ACUUT_INGRIJPEN_NOODZAKELIJK',
    'BX_GEEN_MULTIPROBLEMATIEK',
    'BX_MINDER_DAN_MEERDERE_LEEFGEBIEDEN',
    'BX_GEEN_ERNSTIGE_GEVOLGEN',
    'BX_INZICHT_VOLDOENDE',
    'BX_NIET_GEMOTIVEERD',
    'BX_NIET_LEERBAAR',
    'BT_GEEN_BEPERKING',
    'BT_OORZAAK_ONTBREEKT',
    'BT_OORZAAK_LICHAMELIJK',
    'BT_NIET_STABIEL',
    'BT_GEEN_ACUUT_INGRIJPEN',
    'BT_24X7_BEVESTIGEN',
    'BT_OVERGANG_ZONDER_NIET_PLANBARE_HULP',
    'BT_HULPVRAAG_UITSTELBAAR',
    'BT_KAN_HULPVRAAG_NIET_STELLEN',
    'BT_NIET_GEMOTIVEERD',
    'BT_LEERBAARHEID',
    'BT_WOONT_NOG_NIET_ZELFSTANDIG',
  ] as const
  const m = Object.fromEntries(codes.map((c) => [c, melding(c)])) as Record<(typeof codes)[number], Melding>

  function gedeeld(a: Antwoorden, lichter: boolean, bt: boolean): Reden[] {
    const r: Reden[] = [{ eis: 'B-IND-01', vraag: 'hulpvraagPastBinnenWmo', oordeel: o(a.hulpvraagPastBinnenWmo === 'ja') }]
    if (lichter)
      r.push({ eis: 'B-IND-02', vraag: 'wlzPassend', oordeel: o(a.wlzPassend !== 'ja' && a.zvwPassend !== 'ja' && a.pwPassend !== 'ja') })
    if (bt) r.push({ eis: 'B-IND-03', vraag: 'wlzPassend', oordeel: o(a.wlzPassend === 'nee') })
    return r
  }

  function redenenBI(a: Antwoorden, r: Reden[]): void {
    r.push(
      {
        eis: 'B-BI-03',
        vraag: 'beperkingZelfredzaamheid',
        oordeel: o(a.beperkingZelfredzaamheid === 'ja' && a.beperkingMeedoen === 'ja' && a.aantalLeefgebieden <= 3),
      },
      { eis: 'B-BI-04', vraag: 'oorzaken', oordeel: o(a.oorzaken.length > 0) },
      { eis: 'B-BI-05', vraag: 'problematiekStabiel', oordeel: o(a.problematiekStabiel === 'ja' && a.medicijngebruikStabiel !== 'nee') },
      { eis: 'B-BI-06', vraag: 'acuutIngrijpen', oordeel: o(a.acuutIngrijpen === 'nooit') },
      { eis: 'B-BI-09', vraag: 'beseftNoodzaak', oordeel: o(a.beseftNoodzaak === 'ja' && a.staatOpen === 'ja') },
      { eis: 'B-BI-12', vraag: null, oordeel: 'voldaan' },
      { eis: 'B-BI-16', vraag: 'hulpvraagUitstelbaar', oordeel: o(a.hulpvraagUitstelbaar === 'ja' && a.hulpvraagVoorspelbaar !== 'nee') },
    )
  }
  function redenenBX(a: Antwoorden, r: Reden[]): void {
    r.push(
      { eis: 'B-BX-03', vraag: 'beperkingZelfredzaamheid', oordeel: o(a.beperkingZelfredzaamheid === 'ja' || a.beperkingMeedoen === 'ja') },
      { eis: 'B-BX-04', vraag: 'oorzaken', oordeel: o(a.oorzaken.length > 0) },
      { eis: 'B-BX-05', vraag: 'problematiekStabiel', oordeel: o(a.problematiekStabiel === 'nee') },
      { eis: 'B-BX-06', vraag: 'acuutIngrijpen', oordeel: o(a.acuutIngrijpen === 'incidenteel') },
      { eis: 'B-BX-07', vraag: 'bereikbaarheid24x7Nodig', oordeel: o(a.bereikbaarheid24x7Nodig === 'nee') },
      { eis: 'B-BX-08', vraag: 'multiproblematiek', oordeel: o(a.multiproblematiek === 'ja' && a.aantalLeefgebieden >= 2) },
      { eis: 'B-BX-09', vraag: 'kansErnstigeGevolgen', oordeel: o(a.kansErnstigeGevolgen === 'ja') },
      { eis: 'B-BX-10', vraag: 'inzichtEigenProblematiek', oordeel: o(a.inzichtEigenProblematiek !== 'voldoende') },
      { eis: 'B-BX-11', vraag: 'gemotiveerd', oordeel: o(a.gemotiveerd !== 'nee' && a.staatOpen === 'ja') },
      { eis: 'B-BX-13', vraag: 'leerbaarheid', oordeel: o(a.leerbaarheid !== 'niet_leerbaar') },
      { eis: 'B-BX-14', vraag: 'hulpvraagUitstelbaar', oordeel: o(a.hulpvraagUitstelbaar !== 'nee') },
      { eis: 'B-BX-16', vraag: 'onvoorspelbaarGedrag', oordeel: o(a.onvoorspelbaarGedrag === 'ja' || a.beperktBelastbaar === 'ja') },
    )
  }
  function redenenBT(a: Antwoorden, r: Reden[]): void {
    const overgang = a.stapNaarZelfstandigWonenTeGroot === 'ja' || a.behoudZelfstandigWonenBijTerugval === 'ja'
    const patronen = a.hardnekkigePatronen === 'ja' || a.onvoorspelbaarGedrag === 'ja'
    r.push(
      { eis: 'B-BT-03', vraag: 'beperkingZelfredzaamheid', oordeel: o(a.beperkingZelfredzaamheid === 'ja' || a.beperkingMeedoen === 'ja') },
      { eis: 'B-BT-04', vraag: 'oorzaken', oordeel: o(a.oorzaken.some((x) => x !== 'lichamelijk')) },
      {
        eis: 'B-BT-05',
        vraag: 'problematiekStabiel',
        oordeel: o(a.problematiekStabiel === 'ja' && (a.acuutIngrijpen !== 'nooit' || overgang)),
      },
      { eis: 'B-BT-06', vraag: 'bereikbaarheid24x7Nodig', oordeel: o(a.bereikbaarheid24x7Nodig === 'ja') },
      { eis: 'B-BT-09', vraag: 'stapNaarZelfstandigWonenTeGroot', oordeel: o(a.stapNaarZelfstandigWonenTeGroot === 'ja') },
      { eis: 'B-BT-10', vraag: 'behoudZelfstandigWonenBijTerugval', oordeel: o(a.behoudZelfstandigWonenBijTerugval === 'ja') },
      { eis: 'B-BT-12', vraag: 'kanZelfstandigWonen', oordeel: o(a.kanZelfstandigWonen === 'ja') },
      { eis: 'B-BT-13', vraag: 'hulpvraagUitstelbaar', oordeel: o(a.hulpvraagUitstelbaar === 'nee' && a.kanHulpvraagStellen !== 'nee') },
      { eis: 'B-BT-14', vraag: 'gemotiveerd', oordeel: o(a.gemotiveerd === 'ja' && a.staatOpen === 'ja') },
      { eis: 'B-BT-15', vraag: 'wordtSomsOvervallen', oordeel: o(a.wordtSomsOvervallen === 'ja') },
      {
        eis: 'B-BT-16',
        vraag: 'leerbaarheid',
        oordeel: o((a.leerbaarheid === 'leerbaar' && a.verandercapaciteit === 'voldoende') || patronen),
      },
      {
        eis: 'B-BT-37',
        vraag: 'nietPlanbareOndersteuningNodig',
        oordeel: o(a.nietPlanbareOndersteuningNodig === 'ja' && a.woontZelfstandig === 'ja'),
      },
    )
  }

  /** Waarschuwingen in de volgorde van de catalogus, voor de genoemde producten. */
  function meldingen(a: Antwoorden, bi: boolean, bx: boolean, bt: boolean): { waarschuwingen: Melding[]; info: Melding[] } {
    const w: Melding[] = []
    const info: Melding[] = []
    const anders =
      a.eigenKrachtVolstaat === 'ja' ||
      a.gebruikelijkeHulpVolstaat === 'ja' ||
      a.mantelzorgVolstaat === 'ja' ||
      a.netwerkVolstaat === 'ja' ||
      a.algemeenGebruikelijkVolstaat === 'ja' ||
      a.algemeneVoorzieningVolstaat === 'ja' ||
      a.oplossingenSamenVolstaan === 'ja'
    const andereWet = a.zvwPassend === 'ja' || a.pwPassend === 'ja'
    if (anders) w.push(m.ANDERE_OPLOSSING_VOLSTAAT)
    if (a.hulpvraagPastBinnenWmo === 'nee') w.push(m.HULPVRAAG_BUITEN_WMO)
    if ((bi || bx) && andereWet) info.push(m.ANDERE_WET_PAST)
    if (bt && andereWet) info.push(m.VRIJWILLIG_SIGNAAL)
    if (bi) {
      const nietOpen = a.beseftNoodzaak === 'nee' || a.staatOpen === 'nee'
      if (a.beperkingZelfredzaamheid === 'nee' || a.beperkingMeedoen === 'nee') w.push(m.BI_ZELFREDZAAMHEID_EN_MEEDOEN)
      if (a.aantalLeefgebieden > 3) w.push(m.BI_MEER_DAN_ENKELE_LEEFGEBIEDEN)
      if (a.multiproblematiek === 'ja') w.push(m.BI_MULTIPROBLEMATIEK)
      if (a.oorzaken.length === 0) w.push(m.BI_OORZAAK_ONTBREEKT)
      if (a.problematiekStabiel === 'nee') w.push(m.BI_NIET_STABIEL)
      if (a.medicijngebruikStabiel === 'nee') w.push(m.BI_MEDICIJNGEBRUIK_NIET_STABIEL)
      if (a.verwachteVerslechtering === 'ja') info.push(m.BI_VERSLECHTERING_VERWACHT)
      if (nietOpen) w.push(m.BI_BESEFT_NIET_OF_STAAT_NIET_OPEN)
      if (nietOpen) info.push(m.BX_NOEMT_BEPERKT_INZICHT)
      if (a.hulpBijFormuleren === 'ja') info.push(m.BI_HULP_BIJ_FORMULEREN)
      if (a.leerbaarheid !== 'leerbaar') info.push(m.BI_DOEL_BEHOUDEN)
      if (a.hulpvraagVoorspelbaar === 'nee') w.push(m.BI_HULPVRAAG_ONVOORSPELBAAR)
    }
    const geenBeperking = a.beperkingZelfredzaamheid === 'nee' && a.beperkingMeedoen === 'nee'
    if (bx) {
      if (geenBeperking) w.push(m.BX_GEEN_BEPERKING)
      if (a.oorzaken.length === 0) w.push(m.BX_OORZAAK_ONTBREEKT)
      if (a.problematiekStabiel === 'ja') w.push(m.BX_STABIEL)
      if (a.acuutIngrijpen === 'nooit') w.push(m.BX_GEEN_ACUUT_INGRIJPEN)
      if (a.acuutIngrijpen === 'noodzakelijk') w.push(m.BX_ACUUT_INGRIJPEN_NOODZAKELIJK)
      if (a.multiproblematiek === 'nee') w.push(m.BX_GEEN_MULTIPROBLEMATIEK)
      if (a.aantalLeefgebieden < 2) w.push(m.BX_MINDER_DAN_MEERDERE_LEEFGEBIEDEN)
      if (a.kansErnstigeGevolgen === 'nee') w.push(m.BX_GEEN_ERNSTIGE_GEVOLGEN)
      if (a.inzichtEigenProblematiek === 'voldoende') info.push(m.BX_INZICHT_VOLDOENDE)
      if (a.gemotiveerd === 'nee' || a.staatOpen === 'nee') w.push(m.BX_NIET_GEMOTIVEERD)
      if (a.leerbaarheid === 'niet_leerbaar') w.push(m.BX_NIET_LEERBAAR)
    }
    if (bt) {
      const overgang = a.stapNaarZelfstandigWonenTeGroot === 'ja' || a.behoudZelfstandigWonenBijTerugval === 'ja'
      const patronen = a.hardnekkigePatronen === 'ja' || a.onvoorspelbaarGedrag === 'ja'
      if (geenBeperking) w.push(m.BT_GEEN_BEPERKING)
      if (a.oorzaken.length === 0) w.push(m.BT_OORZAAK_ONTBREEKT)
      if (a.oorzaken.length === 1 && a.oorzaken[0] === 'lichamelijk') w.push(m.BT_OORZAAK_LICHAMELIJK)
      if (a.problematiekStabiel === 'nee') w.push(m.BT_NIET_STABIEL)
      if (a.acuutIngrijpen === 'nooit' && !overgang) w.push(m.BT_GEEN_ACUUT_INGRIJPEN)
      if (a.bereikbaarheid24x7Nodig === 'nee') w.push(m.BT_24X7_BEVESTIGEN)
      if (overgang && a.nietPlanbareOndersteuningNodig === 'nee' && a.hulpvraagUitstelbaar !== 'nee')
        w.push(m.BT_OVERGANG_ZONDER_NIET_PLANBARE_HULP)
      if (a.bereikbaarheid24x7Nodig === 'ja' && a.hulpvraagUitstelbaar !== 'nee') w.push(m.BT_HULPVRAAG_UITSTELBAAR)
      if (a.kanHulpvraagStellen === 'nee') w.push(m.BT_KAN_HULPVRAAG_NIET_STELLEN)
      if (a.gemotiveerd !== 'ja' || a.staatOpen === 'nee') w.push(m.BT_NIET_GEMOTIVEERD)
      if ((a.leerbaarheid !== 'leerbaar' || a.verandercapaciteit === 'onvoldoende') && !patronen) w.push(m.BT_LEERBAARHEID)
      if (a.woontZelfstandig === 'nee') w.push(m.BT_WOONT_NOG_NIET_ZELFSTANDIG)
    }
    return { waarschuwingen: w, info }
  }

  const geen = (rij: string, grond: string, redenen: Reden[]): Advies => ({
    uitkomst: 'geen_product',
    product: null,
    kandidaten: [],
    vraag: null,
    grond,
    rij,
    rijen: [rij],
    redenen,
    waarschuwingen: [],
    info: [],
    openVragen: [],
  })

  function wel(a: Antwoorden, rij: string, kandidaten: string[]): Advies {
    const bi = kandidaten.includes('BI')
    const bx = kandidaten.includes('BX')
    const bt = kandidaten.includes('BT')
    const redenen = gedeeld(a, bi || bx, bt)
    if (bi) redenenBI(a, redenen)
    if (bx) redenenBX(a, redenen)
    if (bt) redenenBT(a, redenen)
    const { waarschuwingen, info } = meldingen(a, bi, bx, bt)
    const een = kandidaten.length === 1
    return {
      uitkomst: een ? 'product' : 'eerst_bespreken',
      product: een ? (kandidaten[0] as string) : null,
      kandidaten,
      vraag: null,
      grond: null,
      rij,
      rijen: [rij],
      redenen,
      waarschuwingen,
      info,
      openVragen: [],
    }
  }

  return (a) => {
    if (a.wlzPassend === 'ja') {
      return geen('B1', 'WLZ_PASSEND', [
        { eis: 'B-IND-01', vraag: 'hulpvraagPastBinnenWmo', oordeel: o(a.hulpvraagPastBinnenWmo === 'ja') },
        { eis: 'B-IND-02', vraag: 'wlzPassend', oordeel: 'niet_voldaan' },
        { eis: 'B-IND-03', vraag: 'wlzPassend', oordeel: 'niet_voldaan' },
      ])
    }
    if (a.kanZelfstandigWonen === 'nee') {
      const redenen: Reden[] = [{ eis: 'B-BT-12', vraag: 'kanZelfstandigWonen', oordeel: 'niet_voldaan' }]
      if (a.bereikbaarheid24x7Nodig === 'ja') return geen('B2', 'BUITEN_CATALOGUS', redenen)
      if (a.hulpvraagUitstelbaar === 'nee') {
        redenen.push({ eis: 'B-BT-13', vraag: 'hulpvraagUitstelbaar', oordeel: o(a.kanHulpvraagStellen !== 'nee') })
        return geen('B3', 'BUITEN_CATALOGUS', redenen)
      }
    }
    if (a.bereikbaarheid24x7Nodig === 'ja') return wel(a, 'B4', ['BT'])
    if (a.hulpvraagUitstelbaar === 'nee') return wel(a, 'B5', ['BT'])
    const overgang = a.stapNaarZelfstandigWonenTeGroot === 'ja' || a.behoudZelfstandigWonenBijTerugval === 'ja'
    const stabielOfTerugval = a.problematiekStabiel === 'ja' || a.behoudZelfstandigWonenBijTerugval === 'ja'
    if (a.kanZelfstandigWonen === 'ja' && overgang && stabielOfTerugval && a.nietPlanbareOndersteuningNodig === 'ja')
      return wel(a, 'B6', ['BT'])
    if (a.problematiekStabiel === 'nee') return wel(a, a.multiproblematiek === 'ja' ? 'B7' : 'B8', ['BX'])
    if (a.acuutIngrijpen === 'noodzakelijk') return wel(a, 'B12', ['BX', 'BT'])
    if (a.hulpvraagUitstelbaar === 'meestal') return wel(a, 'B10', ['BI', 'BX'])
    return a.acuutIngrijpen === 'nooit' ? wel(a, 'B9', ['BI']) : wel(a, 'B11', ['BI', 'BX'])
  }
}
