# --- The surface f(x, y), and its gradient: by PyTorch where it is installed, else by dual numbers.

class Dual:
    """A number that carries its derivatives by x and y (forward differentiation)."""
    def __init__(self, v, x=0.0, y=0.0):
        self.v, self.x, self.y = v, x, y
    def chain(self, v, d):
        return Dual(v, d * self.x if self.x else 0.0, d * self.y if self.y else 0.0)
    def __neg__(self):
        return Dual(-self.v, -self.x, -self.y)
    def __add__(self, o):
        o = dual(o)
        return Dual(self.v + o.v, self.x + o.x, self.y + o.y)
    __radd__ = __add__
    def __sub__(self, o):
        return self + -dual(o)
    def __rsub__(self, o):
        return dual(o) + -self
    def __mul__(self, o):
        o = dual(o)
        return Dual(self.v * o.v, self.x * o.v + self.v * o.x, self.y * o.v + self.v * o.y)
    __rmul__ = __mul__
    def __truediv__(self, o):
        o = dual(o)
        q = self.v / o.v
        return Dual(q, (self.x - q * o.x) / o.v, (self.y - q * o.y) / o.v)
    def __rtruediv__(self, o):
        return dual(o) / self
    def __pow__(self, o):
        if isinstance(o, Dual):
            return exp(o * log(self))
        return self.chain(self.v ** o, o * self.v ** (o - 1) if o else 0.0)
    def __rpow__(self, o):
        return exp(self * math.log(o))

def dual(a):
    return a if isinstance(a, Dual) else Dual(a)

def function(name, value, slope):
    def apply(a):
        if isinstance(a, Dual):
            return a.chain(value(a.v), slope(a.v))
        return getattr(torch, name)(a) if torch is not None and isinstance(a, torch.Tensor) else value(a)
    return apply

def step(a):
    return (a > 0) - (a < 0)

exp = function("exp", math.exp, math.exp)
log = function("log", math.log, lambda a: 1 / a)
log10 = function("log10", math.log10, lambda a: 1 / (a * math.log(10)))
sin = function("sin", math.sin, math.cos)
cos = function("cos", math.cos, lambda a: -math.sin(a))
tan = function("tan", math.tan, lambda a: 1 + math.tan(a) ** 2)
tanh = function("tanh", math.tanh, lambda a: 1 - math.tanh(a) ** 2)
sinh = function("sinh", math.sinh, math.cosh)
cosh = function("cosh", math.cosh, math.sinh)
sqrt = function("sqrt", math.sqrt, lambda a: 0.5 / math.sqrt(a))
absolute = function("abs", abs, step)
sign_of = function("sign", step, lambda a: 0.0)
relu = function("relu", lambda a: max(a, 0.0), lambda a: 1.0 if a > 0 else 0.0)

def sigmoid(a):
    return 1 / (1 + exp(-a))

def number_of(a):
    return a.v if isinstance(a, Dual) else float(a)

def least(a, b):
    return a if number_of(a) <= number_of(b) else b

def most(a, b):
    return a if number_of(a) >= number_of(b) else b

def surface_at(w):
    """f and its gradient at w, on the surface as it is turned about its pivot."""
    (px, py), angle = RECEIPT["pivot"], math.radians(RECEIPT["rotation"])
    c, s = math.cos(angle), math.sin(angle)
    def turned(x, y):
        return f(px + c * (x - px) + s * (y - py), py - s * (x - px) + c * (y - py))
    if torch is not None:
        x, y = (torch.tensor(float(v), dtype=torch.float64, requires_grad=True) for v in w)
        value = turned(x, y)
        value.backward()
        return float(value), np.array([float(x.grad), float(y.grad)])
    value = dual(turned(Dual(float(w[0]), 1.0, 0.0), Dual(float(w[1]), 0.0, 1.0)))
    return value.v, np.array([value.x, value.y])

def reshaped(w, segment):
    return w

def main():
    rows = []
    noise = numbers(RECEIPT["noise"], -1, 2)
    for run in RECEIPT["runs"]:
        path = numbers(run["path"], -1, 2)
        losses = numbers(run["losses"])
        steps = len(path) - 1
        def gradient_at(point, now, k):
            value, g = surface_at(point["w"])
            return value, {"w": g + now["noise"] * noise[k - 1] if now["noise"] else g}
        mine, heights = [path[0]], [surface_at(path[0])[0]]
        for k, _, w in replay(run, steps, {"w": path[0].copy()}, gradient_at):
            mine.append(w["w"])
            heights.append(surface_at(w["w"])[0])
        rows.append((run["name"], steps, difference(heights, losses), difference(mine, path)))
    print("gradients by", "PyTorch " + torch.__version__ if torch is not None else "dual numbers, with NumPy only")
    report(rows)

main()
