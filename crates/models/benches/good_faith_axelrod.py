"""Times the tournament of `good_faith.rs` by the package axelrod, version 4.14.0: 20 strategies, each against each and
itself, 200 turns, 20 repetitions, 5 % noise, one process.

    python -m venv venv && venv/bin/pip install axelrod==4.14.0
    venv/bin/python good_faith_axelrod.py
"""

import time

import axelrod

# The first twenty of `Strategy::ALL`.
CROWD = [
    axelrod.Cooperator, axelrod.Defector, axelrod.Alternator, axelrod.Random, axelrod.CyclerCCD, axelrod.TitForTat,
    axelrod.TitFor2Tats, axelrod.TwoTitsForTat, axelrod.GTFT, axelrod.ContriteTitForTat, axelrod.SuspiciousTitForTat,
    axelrod.AntiTitForTat, axelrod.HardTitForTat, axelrod.HardTitFor2Tats, axelrod.SneakyTitForTat, axelrod.Bully,
    axelrod.Gradual, axelrod.Grudger, axelrod.SoftGrudger, axelrod.FoolMeOnce,
]

assert axelrod.__version__ == "4.14.0", axelrod.__version__
tournament = axelrod.Tournament([kind() for kind in CROWD], turns=200, repetitions=20, noise=0.05, seed=1)
start, own = time.perf_counter(), time.process_time()
tournament.play(progress_bar=False, build_results=False)
print(f"tournament by axelrod {time.perf_counter() - start:.1f} s ({time.process_time() - own:.1f} s of the processor)")
