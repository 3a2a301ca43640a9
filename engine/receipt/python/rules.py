# --- The rules, written once more. w, g and what s holds are float64 arrays; h the hyperparameters; rate is eta_k.
# r counts for the whole run: its age (updates by this rule) and the running products of its decay rates.

def kept(s, name, w, first=0.0):
    if name not in s:
        s[name] = xp.zeros_like(w) + first
    return s[name]

def root(v, h):
    return xp.sqrt(v + h["epsilon"]) if h["epsilonInside"] else xp.sqrt(v) + h["epsilon"]

def sgd(w, g, s, h, rate, r):
    return w - rate * g

def momentum(w, g, s, h, rate, r):
    if h["form"] == "classic":
        s["v"] = h["momentum"] * kept(s, "v", w) - rate * g
        return w + s["v"]
    share = 1.0 if r["age"] == 1 else 1 - h["dampening"]
    s["b"] = h["momentum"] * kept(s, "b", w) + share * g
    return w - rate * s["b"]

def nesterov(w, g, s, h, rate, r):
    if h["form"] == "lookahead":
        s["v"] = h["momentum"] * kept(s, "v", w) - rate * g
        return w + s["v"]
    s["b"] = h["momentum"] * kept(s, "b", w) + g
    return w - rate * (g + h["momentum"] * s["b"])

def adagrad(w, g, s, h, rate, r):
    s["G"] = kept(s, "G", w, h["initialAccumulator"]) + g * g
    return w - rate / (1 + (r["age"] - 1) * h["lrDecay"]) * g / root(s["G"], h)

def adadelta(w, g, s, h, rate, r):
    d, e = h["decay"], h["epsilon"]
    s["v"] = d * kept(s, "v", w) + (1 - d) * g * g
    u = xp.sqrt(kept(s, "u", w) + e) / xp.sqrt(s["v"] + e) * g
    s["u"] = d * s["u"] + (1 - d) * u * u
    return w - rate * u

def rmsprop(w, g, s, h, rate, r):
    d = h["decay"]
    s["v"] = d * kept(s, "v", w) + (1 - d) * g * g
    v = s["v"]
    if h["centered"]:
        s["mean"] = d * kept(s, "mean", w) + (1 - d) * g
        v = v - s["mean"] * s["mean"]
    s["b"] = h["momentum"] * kept(s, "b", w) + g / root(v, h)
    return w - rate * s["b"]

def moments(w, g, s, h):
    s["m"] = h["beta1"] * kept(s, "m", w) + (1 - h["beta1"]) * g
    s["v"] = h["beta2"] * kept(s, "v", w) + (1 - h["beta2"]) * g * g

def adam(w, g, s, h, rate, r):
    moments(w, g, s, h)
    v = s["v"]
    if h["amsgrad"]:
        v = s["vmax"] = xp.maximum(kept(s, "vmax", w), v)
    corrects = h.get("biasCorrection", True)
    a = 1 - r["beta1"] if corrects else 1.0
    b = 1 - r["beta2"] if corrects else 1.0
    return w - rate * (s["m"] / a) / root(v / b, h)

def adamw(w, g, s, h, rate, r):
    return adam(w, g, s, h, rate, r) - rate * h["weightDecay"] * w

def nadam(w, g, s, h, rate, r):
    moments(w, g, s, h)
    a, b = r["nadam"]
    return w - rate * (a * g + b * s["m"]) / root(s["v"] / (1 - r["beta2"]), h)

def radam(w, g, s, h, rate, r):
    moments(w, g, s, h)
    k, power = r["age"], h["beta2"] ** r["age"]
    limit = 2 / (1 - h["beta2"]) - 1
    rho = limit - 2 * k * power / (1 - power)
    mean = s["m"] / (1 - r["beta1"])
    if rho <= 5:
        return w - rate * mean
    scale = math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho))
    if h["epsilonInside"]:
        return w - rate * mean * scale / xp.sqrt(s["v"] / (1 - power) + h["epsilon"])
    return w - rate * mean * scale * math.sqrt(1 - power) / (xp.sqrt(s["v"]) + h["epsilon"])

def adamax(w, g, s, h, rate, r):
    s["m"] = h["beta1"] * kept(s, "m", w) + (1 - h["beta1"]) * g
    s["u"] = xp.maximum(h["beta2"] * kept(s, "u", w), xp.abs(g) + h["epsilon"])
    return w - rate / (1 - r["beta1"]) * s["m"] / s["u"]

def rprop(w, g, s, h, rate, r):
    step = kept(s, "step", w, rate if r["age"] == 1 else h["learningRate"])
    agreement = g * kept(s, "last", w)
    step = xp.where(agreement > 0, step * h["etaPlus"], xp.where(agreement < 0, step * h["etaMinus"], step))
    s["step"] = xp.clip(step, h["stepMin"], h["stepMax"])
    s["last"] = xp.where(agreement < 0, xp.zeros_like(g), g)
    return w - xp.sign(s["last"]) * s["step"]

def sign(w, g, s, h, rate, r):
    return w - rate * xp.sign(g)

def lion(w, g, s, h, rate, r):
    m = kept(s, "m", w)
    direction = h["beta1"] * m + (1 - h["beta1"]) * g
    s["m"] = h["beta2"] * m + (1 - h["beta2"]) * g
    return w - rate * (xp.sign(direction) + h["weightDecay"] * w)

def power(w, g, s, h, rate, r):
    s["v"] = h["decay"] * kept(s, "v", w) + (1 - h["decay"]) * g * g
    return w - rate * g / (s["v"] / (1 - r["decay"]) + h["epsilon"]) ** h["exponent"]

RULES = dict(sgd=sgd, momentum=momentum, nesterov=nesterov, adagrad=adagrad, adadelta=adadelta, rmsprop=rmsprop,
             adam=adam, adamw=adamw, nadam=nadam, radam=radam, adamax=adamax, rprop=rprop, sign=sign, lion=lion,
             power=power)

def count(r, h):
    """What a rule counts for the whole run, before its next update."""
    r["age"] += 1
    for name in ("beta1", "beta2", "decay"):
        if name in h:
            r[name] *= h[name]
    if "momentumDecay" in h:
        mu, following = (h["beta1"] * (1 - 0.5 * 0.96 ** ((r["age"] + i) * h["momentumDecay"])) for i in (0, 1))
        r["mu"] *= mu
        r["nadam"] = ((1 - mu) / (1 - r["mu"]), following / (1 - r["mu"] * following))

def fresh():
    return dict(age=0, beta1=1.0, beta2=1.0, decay=1.0, mu=1.0)

def scheduled(schedule, base, t):
    """The rate after t updates."""
    kind = schedule["kind"]
    if kind == "step":
        return base * schedule["factor"] ** (t // schedule["size"])
    if kind == "exponential":
        return base * schedule["factor"] ** t
    if kind == "cosine":
        least = schedule["least"]
        return least + (base - least) * (1 + math.cos(math.pi * t / schedule["length"])) / 2
    if kind == "warmup":
        start, length = schedule["start"], schedule["length"]
        return base * (start + (1 - start) * min(t, length) / length)
    if kind == "warmupCosine":
        warm, length = schedule["warmup"], schedule["length"]
        if t < warm:
            return base * (t + 1) / warm
        return base * (1 + math.cos(math.pi * (t - warm) / (length - warm))) / 2 if length > warm else 0.0
    if kind == "inverse":
        return base / (1 + t / schedule["tau"])
    return base

def clipped(gradients, clipping):
    """The gradients of all parameters, clipped together."""
    if clipping["kind"] == "norm":
        length = math.sqrt(sum(float((g * g).sum()) for g in gradients.values()))
        factor = clipping["max"] / (length + clipping["epsilon"])
        return {name: g * factor if factor < 1 else g for name, g in gradients.items()}
    if clipping["kind"] == "value":
        return {name: xp.clip(g, -clipping["max"], clipping["max"]) for name, g in gradients.items()}
    return gradients
