"""Writes the tables that tests of good faith compare with, by the package axelrod, version 4.14.0.

    python -m venv venv && venv/bin/pip install axelrod==4.14.0
    venv/bin/python axelrod_tables.py

`all_pairs.csv`: the scores of all pairs of strategies that need no chance, 200 turns, no noise.
`with_noise.csv`: for all pairs of all strategies and 5 % noise, the mean score of the first in a turn over 200 matches of 200
turns, and the standard error of that mean.
"""

import csv
import pathlib
import statistics

import axelrod
from axelrod import Action, Player

C, D = Action.C, Action.D
TURNS = 200
NOISE = 0.05
REPETITIONS = 200


class PreEmptor(Player):
    """The guide's own: cooperates only with whoever was seen to cooperate three times running."""

    name = "Pre-emptor"
    classifier = {
        "memory_depth": 3,
        "stochastic": False,
        "long_run_time": False,
        "inspects_source": False,
        "manipulates_source": False,
        "manipulates_state": False,
    }

    def strategy(self, opponent):
        return C if opponent.history[-3:] == [C, C, C] else D


FIXED = [
    axelrod.Cooperator, axelrod.Defector, axelrod.Alternator, axelrod.CyclerCCD, axelrod.TitForTat,
    axelrod.TitFor2Tats, axelrod.TwoTitsForTat, axelrod.ContriteTitForTat, axelrod.SuspiciousTitForTat,
    axelrod.AntiTitForTat, axelrod.HardTitForTat, axelrod.HardTitFor2Tats, axelrod.SneakyTitForTat, axelrod.Bully,
    axelrod.Gradual, axelrod.Grudger, axelrod.SoftGrudger, axelrod.FoolMeOnce, axelrod.WinStayLoseShift,
    axelrod.Appeaser, axelrod.GoByMajority, axelrod.HardGoByMajority, axelrod.SecondByTester, axelrod.Prober,
    axelrod.Prober2, axelrod.Prober3, PreEmptor,
]
BY_CHANCE = [axelrod.Random, axelrod.GTFT, axelrod.FirstByJoss, axelrod.FirmButFair]


def named(kind):
    player = kind()
    return kind.name if kind is not axelrod.GoByMajority else player.name


def rows():
    for place, one in enumerate(FIXED):
        for other in FIXED[place:]:
            match = axelrod.Match((one(), other()), turns=TURNS)
            match.play()
            yield [named(one), named(other), *match.final_score()]


def noisy_rows():
    kinds = FIXED + BY_CHANCE
    seed = 0
    for one in kinds:
        for other in kinds:
            means = []
            for _ in range(REPETITIONS):
                seed += 1
                match = axelrod.Match((one(), other()), turns=TURNS, noise=NOISE, seed=seed)
                match.play()
                means.append(match.final_score()[0] / TURNS)
            error = statistics.stdev(means) / REPETITIONS**0.5
            yield [named(one), named(other), f"{statistics.mean(means):.5f}", f"{error:.5f}"]


def write(name, head, table):
    with open(pathlib.Path(__file__).with_name(name), "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(table)


assert axelrod.__version__ == "4.14.0", axelrod.__version__
write("all_pairs.csv", ["first", "second", "points_of_first", "points_of_second"], rows())
write("with_noise.csv", ["first", "second", "mean_of_first", "standard_error"], noisy_rows())
