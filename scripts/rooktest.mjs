/** Start het programma met de opdracht uit de README, haalt de pagina op en stopt het zoals Ctrl-C dat doet. */
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const wortel = dirname(dirname(fileURLToPath(import.meta.url)))
const wachtMs = 180_000

// Een eigen procesgroep: Ctrl-C in een terminal bereikt ook npm en het programma daaronder tegelijk.
const proces = spawn('npm', ['start'], { cwd: wortel, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
const klok = setTimeout(() => stopMetFout(`geen adres binnen ${wachtMs / 1000} seconden`), wachtMs)
let uitvoer = ''

function stopMetFout(tekst) {
  console.error(`rooktest: ${tekst}\n${uitvoer}`)
  try {
    process.kill(-proces.pid, 'SIGKILL')
  } catch {
    // al gestopt
  }
  process.exit(1)
}

function eersteAdres() {
  return new Promise((gevonden) => {
    proces.stdout.on('data', (stuk) => {
      uitvoer += stuk
      const adres = uitvoer.match(/draait op (https?:\/\/[^\s/]+)/)?.[1]
      if (adres) gevonden(adres)
    })
    proces.on('exit', (code) => stopMetFout(`npm start stopte met code ${code} voordat er een adres was`))
  })
}

const adres = await eersteAdres()
const antwoord = await fetch(adres)
const pagina = await antwoord.text()
if (!antwoord.ok || !/<html[^>]+lang="nl"/.test(pagina)) stopMetFout(`${adres} gaf ${antwoord.status} en geen Nederlandse pagina`)

proces.removeAllListeners('exit')
const gestopt = new Promise((klaar) => proces.on('exit', (code, signaal) => klaar({ code, signaal })))
const begin = Date.now()
process.kill(-proces.pid, 'SIGINT')
const teLaat = setTimeout(() => stopMetFout('het programma stopt niet binnen 10 seconden na Ctrl-C'), 10_000)
const { code } = await gestopt
clearTimeout(klok)
clearTimeout(teLaat)
if (await fetch(adres).catch(() => undefined)) stopMetFout(`${adres} antwoordt nog na het stoppen`)
console.log(`rooktest: ${adres} antwoordt, en stopt ${Date.now() - begin} ms na Ctrl-C (code ${code ?? 'door het signaal'})`)
