import { takeExp } from '../mathematics.ts'

/** What a quotient of polynomials is taken of, then the quotient: numbers that functions pass each other may be boxed. */
const part = new Float64Array(1)

/** (erf x − x)/x on |x| < 0.84375, as a function of x². */
const centre = (): void => {
  const z = part[0]
  const p =
    1.28379167095512558561e-1 +
    z *
      (-3.2504210724700149937e-1 +
        z * (-2.84817495755985104766e-2 + z * (-5.77027029648944159157e-3 + z * -2.37630166566501626084e-5)))
  const q =
    1 +
    z *
      (3.97917223959155352819e-1 +
        z *
          (6.50222499887672944485e-2 +
            z *
              (5.08130628187576562776e-3 + z * (1.32494738004321644526e-4 + z * -3.9602282787753681232e-6))))
  part[0] = p / q
}

/** erf 1, rounded to single precision; the next interval is about it. */
const ERF_ONE = 8.45062911510467529297e-1

/** erf x − ERF_ONE on [0.84375, 1.25), s = x − 1. */
const aboutOne = (): void => {
  const s = part[0]
  const p =
    -2.36211856075265944077e-3 +
    s *
      (4.14856118683748331666e-1 +
        s *
          (-3.72207876035701323847e-1 +
            s *
              (3.18346619901161753674e-1 +
                s *
                  (-1.10894694282396677476e-1 +
                    s * (3.54783043256182359371e-2 + s * -2.166375594868790843e-3)))))
  const q =
    1 +
    s *
      (1.06420880400844228286e-1 +
        s *
          (5.40397917702171048937e-1 +
            s *
              (7.18286544141962662868e-2 +
                s *
                  (1.26171219808761642112e-1 +
                    s * (1.36370839120290507362e-2 + s * 1.1984499846799107417e-2)))))
  part[0] = p / q
}

/** log(x e^(x²) erfc x) + 0.5625 on [1.25, 1/0.35), s = 1/x². */
const near = (): void => {
  const s = part[0]
  const r =
    -9.86494403484714822705e-3 +
    s *
      (-6.93858572707181764372e-1 +
        s *
          (-1.05586262253232909814e1 +
            s *
              (-6.23753324503260060396e1 +
                s *
                  (-1.62396669462573470355e2 +
                    s *
                      (-1.84605092906711035994e2 +
                        s * (-8.12874355063065934246e1 + s * -9.81432934416914548592))))))
  const q =
    1 +
    s *
      (1.96512716674392571292e1 +
        s *
          (1.376577541435190426e2 +
            s *
              (4.34565877475229228821e2 +
                s *
                  (6.45387271733267880336e2 +
                    s *
                      (4.29008140027567833386e2 +
                        s *
                          (1.08635005541779435134e2 +
                            s * (6.57024977031928170135 + s * -6.04244152148580987438e-2)))))))
  part[0] = r / q
}

/** The same from 1/0.35 on. */
const far = (): void => {
  const s = part[0]
  const r =
    -9.86494292470009928597e-3 +
    s *
      (-7.99283237680523006574e-1 +
        s *
          (-1.77579549177547519889e1 +
            s *
              (-1.60636384855821916062e2 +
                s *
                  (-6.37566443368389627722e2 +
                    s * (-1.02509513161107724954e3 + s * -4.83519191608651397019e2)))))
  const q =
    1 +
    s *
      (3.03380607434824582924e1 +
        s *
          (3.25792512996573918826e2 +
            s *
              (1.53672958608443695994e3 +
                s *
                  (3.19985821950859553908e3 +
                    s *
                      (2.55305040643316442583e3 +
                        s * (4.74528541206955367215e2 + s * -2.24409524465858183362e1))))))
  part[0] = r / q
}

/**
 * 1 − erf x in the place of x, which is cell[0], by fdlibm's rational approximations (Sun Microsystems 1993, s_erf.c), one
 * for each of four intervals; it keeps its relative precision far out in the tail, where 1 − erf has none.
 */
export function takeErfc(cell: Float64Array): void {
  const x = cell[0]
  const size = Math.abs(x)
  if (size < 0.84375) {
    part[0] = x * x
    centre()
    const y = x * part[0]
    cell[0] = x < 0.25 ? 1 - (x + y) : 0.5 - (x - 0.5 + y)
  } else if (size < 1.25) {
    part[0] = size - 1
    aboutOne()
    cell[0] = x < 0 ? 1 + (ERF_ONE + part[0]) : 1 - ERF_ONE - part[0]
  } else {
    // Split so that its square is exact.
    const z = Math.fround(size)
    cell[0] = -z * z - 0.5625
    takeExp(cell)
    part[0] = 1 / (size * size)
    if (size < 1 / 0.35) near()
    else far()
    part[0] += (z - size) * (z + size)
    takeExp(part)
    const y = size >= 28 ? 0 : (cell[0] * part[0]) / size
    cell[0] = x < 0 ? 2 - y : y
  }
}
