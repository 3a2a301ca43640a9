/** TeX as a screen reader should say it. Knows the few commands that the lab's formulas use. */
const words: Readonly<Record<string, string>> = {
  cdot: ' times ',
  times: ' times ',
  odot: ' times ',
  leftarrow: ' becomes ',
  gets: ' becomes ',
  to: ' to ',
  le: ' at most ',
  leq: ' at most ',
  ge: ' at least ',
  geq: ' at least ',
  ne: ' is not ',
  approx: ' about ',
  in: ' in ',
  sim: ' distributed as ',
  pm: ' plus or minus ',
  infty: ' infinity ',
  partial: ' partial ',
  nabla: ' gradient of ',
  sum: ' sum of ',
  prod: ' product of ',
  varepsilon: ' epsilon ',
  lfloor: ' floor of ',
  rfloor: ' ',
  ldots: ' and so on ',
  dots: ' and so on ',
  cdots: ' and so on ',
  // These only place or size what they stand before.
  left: '',
  right: '',
  bigl: '',
  bigr: '',
  Bigl: '',
  Bigr: '',
  big: '',
  Big: '',
  displaystyle: '',
  textstyle: '',
  quad: ' ',
  qquad: ' ',
  limits: '',
}

const powers: Readonly<Record<string, string>> = {
  2: ' squared',
  3: ' cubed',
  "'": ' prime',
  '\\prime': ' prime',
}

/** Reads one group after `at`: `{…}`, a command or a character. */
function group(tex: string, at: number): [text: string, end: number] {
  while (tex[at] === ' ') at++
  if (tex[at] === '{') {
    let depth = 0
    for (let end = at; end < tex.length; end++) {
      if (tex[end] === '{') depth++
      if (tex[end] === '}' && --depth === 0) return [tex.slice(at + 1, end), end + 1]
    }
  }
  if (tex[at] === '\\') {
    const command = /^\\([a-zA-Z]+|.)/.exec(tex.slice(at))?.[0] ?? '\\'
    return [command, at + command.length]
  }
  return [tex[at] ?? '', at + 1]
}

function say(tex: string): string {
  let said = ''
  let at = 0
  const next = () => {
    const [text, end] = group(tex, at)
    at = end
    return text
  }
  while (at < tex.length) {
    const token = next()
    if (token === '^') {
      const power = next().replaceAll('\\,', '')
      said += powers[power] ?? ` to the ${say(power)}`
    } else if (token === '_') said += ` ${say(next())}`
    else if (token === '=') said += ' equals '
    else if (token === '-') said += ' minus '
    else if (token === '+') said += ' plus '
    else if (token === '/') said += ' over '
    else if (token === '<') said += ' below '
    else if (token === '>') said += ' above '
    else if (!token.startsWith('\\')) said += token.length > 1 ? say(token) : token
    else {
      const name = token.slice(1)
      if (/^[dt]?frac$/.test(name)) said += ` ${say(next())} over ${say(next())} `
      else if (name === 'wash') {
        next()
        said += say(next())
      } else if (name === 'sqrt') said += ` root of ${say(next())} `
      else if (name === 'hat' || name === 'bar' || name === 'tilde') said += ` ${say(next())} ${name} `
      else if (/^(operatorname|mathrm|text|mathbf|mathit|mathcal)$/.test(name)) {
        said += ` ${say(next())}`
        // Loud only if an argument follows: `sign(g)` is sign of g.
        if (tex[at] === '(') said += ' of '
      } else if (name === '|') said += '‖'
      else if (!/^[a-zA-Z]/.test(name)) said += ' '
      else said += words[name] ?? ` ${name} `
    }
  }
  return said
}

export const speak = (tex: string): string =>
  say(tex)
    .replace(/‖([^‖]*)‖/g, ' norm of $1 ')
    .replace(/\|([^|]*)\|/g, ' size of $1 ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.)\]])/g, '$1')
    .replace(/([([])\s+/g, '$1')
    .trim()
