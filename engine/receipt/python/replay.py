# --- A run, update by update.

def replay(run, steps, start, gradient_at):
    """Yields (k, objective met by update k, parameters after it); objective and parameters are float64 arrays by name."""
    w = start
    slots, r = {name: {} for name in w}, fresh()
    segment, optimizer = -1, None
    for k in range(1, steps + 1):
        while segment + 1 < len(run["segments"]) and run["segments"][segment + 1]["from"] < k:
            segment += 1
            now = run["segments"][segment]
            if now["optimizer"] != optimizer or now["fresh"]:
                optimizer, slots, r = now["optimizer"], {name: {} for name in w}, fresh()
            w = reshaped(w, now)
            slots = {name: slots.get(name, {}) for name in w}
        h = now["hyperparameters"]
        point = w
        if optimizer == "nesterov" and h["form"] == "lookahead":
            point = {name: v + h["momentum"] * kept(slots[name], "v", v) for name, v in w.items()}
            held(point, w, now)
        objective, g = gradient_at(point, now, k)
        zeroed(g, now)
        g = clipped(g, now["clipping"])
        if now["weightDecay"] > 0:
            g = {name: v + now["weightDecay"] * w[name] for name, v in g.items()}
        zeroed(g, now)
        count(r, h)
        rate = scheduled(now["schedule"], h["learningRate"], k - 1)
        old = w
        w = {name: RULES[optimizer](v, g[name], slots[name], h, rate, r) for name, v in w.items()}
        held(w, old, now)
        for edit in run["edits"]:
            if edit["after"] == k:
                w[edit["name"]].reshape(-1)[edit["index"]] = edit["value"]
        yield k, objective, w

def zeroed(g, now):
    for name, index in now["frozen"]:
        g[name].reshape(-1)[index] = 0.0

def held(w, old, now):
    for name, index in now["frozen"]:
        w[name].reshape(-1)[index] = old[name].reshape(-1)[index]

def numbers(text, *shape):
    """Float64s as they are in memory, in base 64."""
    return np.frombuffer(base64.b64decode(text), dtype="<f8").reshape(shape or (-1,)).copy()

def difference(mine, stored):
    mine, stored = np.asarray(mine, dtype=float), np.asarray(stored, dtype=float)
    return float(np.max(np.abs(mine - stored) / (1 + np.abs(stored)))) if stored.size else 0.0

def report(rows):
    worst = 0.0
    for name, updates, loss, weights in rows:
        print(f"{name:24s} {updates:6d} updates   objective {loss:.1e}   weights {weights:.1e}")
        worst = max(worst, loss, weights)
    print(f"largest relative difference: {worst:.1e}")
