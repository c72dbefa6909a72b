"""Works out counts that a run in the view openbaar did not publish, from the rows of cijfers.csv and what is no secret.

It narrows every count as far as the relations between them go, and claims those of which one value is left.
"""
import collections

from tests.attack.counts import UNKNOWN, WAARDE, Counts
from tests.attack.relations import Relations


class Attack:
    def __init__(self, rows, public, bold=False):
        self.counts = Counts(rows, bold)
        relations = Relations(self.counts, rows, public)
        self.relations, self.together = relations.list, relations.together
        self.low, self.high = self.counts.low, self.counts.high
        self.of = [[] for _ in self.low]
        for number, (terms, _) in enumerate(self.relations):
            for _, cell in terms:
                self.of[cell].append(number)
        self.waiting = collections.deque(range(len(self.relations)))
        self.queued = [True] * len(self.relations)
        self._narrow_all()

    def _narrow_all(self):
        while self.waiting:
            number = self.waiting.popleft()
            self.queued[number] = False
            self._narrow(*self.relations[number])
            if not self.waiting:
                for one, other in self.together:
                    if self.low[one] > 0:
                        self._set(other, 1, UNKNOWN)

    def _set(self, cell, low, high):
        low, high = max(low, self.low[cell]), min(high, self.high[cell])
        if low > high:
            raise ValueError(f"what was published contradicts itself: {self.counts.cells[cell]}")
        if (low, high) == (self.low[cell], self.high[cell]):
            return
        self.low[cell], self.high[cell] = low, high
        for number in self.of[cell]:
            if not self.queued[number]:
                self.queued[number] = True
                self.waiting.append(number)

    def _narrow(self, terms, equal):
        """A term is at most what the least of all others leaves of 0; and at least that, when the sum is 0."""
        lows = [self.low[cell] if sign > 0 else -self.high[cell] for sign, cell in terms]
        highs = [self.high[cell] if sign > 0 else -self.low[cell] for sign, cell in terms]
        open_lows = sum(low <= -UNKNOWN for low in lows)
        open_highs = sum(high >= UNKNOWN for high in highs)
        least = sum(low for low in lows if low > -UNKNOWN)
        most = sum(high for high in highs if high < UNKNOWN)
        for (sign, cell), low, high in zip(terms, lows, highs):
            new_low, new_high = low, high
            if open_lows == (low <= -UNKNOWN):
                new_high = (0 if open_lows else low) - least
            if equal and open_highs == (high >= UNKNOWN):
                new_low = (0 if open_highs else high) - most
            if new_low > low or new_high < high:
                self._set(cell, *((new_low, new_high) if sign > 0 else (-new_high, -new_low)))

    def claims(self):
        """{cell: its value}: the counts of 1 to 4 of which only one value is left."""
        return {cell: self.low[number] for cell, number in self.counts.number.items()
                if self.low[number] == self.high[number] and 1 <= self.low[number] <= 4 and not is_given(cell)}


def is_given(cell):
    """A nulmeting that was given, or what it is the noemer of."""
    return cell.maat.startswith("voorveld_") and (cell.maat == "voorveld_nulmeting" or cell.number != WAARDE)
