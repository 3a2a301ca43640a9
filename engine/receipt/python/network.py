# --- The network, with gradients by PyTorch.

def activate(name, z):
    if name == "gelu":
        return 0.5 * z * (1 + torch.erf(z / math.sqrt(2)))
    if name == "leakyRelu":
        return torch.nn.functional.leaky_relu(z, 0.01)
    if name == "linear":
        return z
    return getattr(torch, name)(z) if name != "elu" else torch.nn.functional.elu(z)

def divergence(kind, task, z, d):
    """Of each example, from the output's pre-activation."""
    if kind == "kl":
        if task == "many classes":
            return -(d * torch.log_softmax(z, 1)).sum(1)
        return torch.nn.functional.binary_cross_entropy_with_logits(z, d, reduction="none").sum(1)
    y = z if task == "regression" else torch.softmax(z, 1) if task == "many classes" else torch.sigmoid(z)
    return 0.5 * ((y - d) ** 2).sum(1)

def objective_of(w, now, a, d, masks):
    layers = len(now["hidden"]) + 1
    for l in range(1, layers + 1):
        if masks[l - 1] is not None:
            keep = now["keep"][l - 1]
            a = a * masks[l - 1] * (1 / keep if now["dropoutForm"] == "inverse" else 1.0)
        z = a @ w[f"W{l}"].T + w[f"b{l}"].reshape(-1)
        if f"gamma{l}" in w:
            mean, variance = z.mean(0), z.var(0, unbiased=False)
            if now["batchNorm"]["stopGradient"]:
                mean, variance = mean.detach(), variance.detach()
            u = (z - mean) / torch.sqrt(variance + now["batchNorm"]["epsilon"])
            z = w[f"gamma{l}"].reshape(-1) * u + w[f"beta{l}"].reshape(-1)
        if l < layers:
            a = activate(now["activation"], z)
    loss = divergence(now["divergence"], RECEIPT["task"], z, d).mean()
    for name, weights in w.items():
        if name.startswith("W"):
            loss = loss + 0.5 * now["l2"] * (weights ** 2).sum() + now["l1"] * weights.abs().sum()
    return loss

def reshaped(w, segment):
    """Batch norm that is switched on brings gamma = 1 and beta = 0; switched off it takes them away."""
    shapes, w = segment["shapes"], dict(w)
    for name, (rows, columns) in shapes.items():
        if name not in w:
            w[name] = torch.full((rows, columns), 1.0 if name.startswith("gamma") else 0.0, dtype=torch.float64)
    return {name: w[name] for name in shapes}

def parameters_of(text, shapes):
    flat, w, at = torch.from_numpy(numbers(text)), {}, 0
    for name, (rows, columns) in shapes.items():
        w[name] = flat[at:at + rows * columns].reshape(rows, columns).clone()
        at += rows * columns
    return w

def bits(text, rows, columns):
    unpacked = np.unpackbits(np.frombuffer(base64.b64decode(text), dtype=np.uint8))[:rows * columns]
    return torch.from_numpy(unpacked.astype(float).reshape(rows, columns))

def main():
    if torch is None:
        raise SystemExit("This receipt needs PyTorch: https://pytorch.org/get-started/locally/")
    inputs, outputs = RECEIPT["inputs"], RECEIPT["outputs"]
    x = torch.from_numpy(numbers(RECEIPT["x"], -1, inputs))
    d = torch.from_numpy(numbers(RECEIPT["d"], -1, outputs))
    batches = RECEIPT["batches"]
    rows = []
    for run in RECEIPT["runs"]:
        losses, steps = numbers(run["losses"]), run["steps"]
        def gradient_at(point, now, k):
            batch = batches[k - 1]
            seen = run["seen"].get(str(k))
            a = torch.from_numpy(numbers(seen, -1, inputs)) if seen else x[batch]
            widths = [inputs] + now["hidden"]
            masks = [m and bits(m, len(batch), width) for m, width in zip(run["masks"][k - 1], widths)]
            w = {name: v.clone().requires_grad_(True) for name, v in point.items()}
            loss = objective_of(w, now, a, d[batch], masks)
            loss.backward()
            return float(loss), {name: v.grad for name, v in w.items()}
        mine, at = [], parameters_of(run["start"], run["segments"][0]["shapes"])
        best = at
        for k, objective, w in replay(run, steps, at, gradient_at):
            mine.append(objective)
            if k == run["last"]:
                best = {name: v.clone() for name, v in w.items()}
        end = torch.cat([v.reshape(-1) for v in best.values()]).numpy()
        rows.append((run["name"], steps, difference(mine, losses), difference(end, numbers(run["end"]))))
    print("gradients by PyTorch", torch.__version__)
    report(rows)

main()
