"""Tables of variables in one vector: their places, sizes, and steps in units of these."""

import numpy as np

#: The variables of F0 with their number of indices.
_STATE = [("V1", 2), ("V2", 1)]

# -- emitted from here on --


def _places(unknown, groups):
    """Where each table lies in a vector of unknowns."""
    found, start = {}, 0
    for name, rank in unknown:
        found[name] = slice(start, start + groups**rank)
        start += groups**rank
    return found


def _assembled(blocks, places, points):
    """The symmetric matrix (points, n, n) and the vector (points, n) of blocks.

    Those of the matrix are on and above its diagonal.
    """
    size = max(place.stop for place in places.values())
    matrix, vector = np.zeros((points, size, size)), np.zeros((points, size))
    for (row, column), block in blocks.items():
        rows = places[row]
        if column:
            columns = places[column]
            part = np.reshape(block, (-1, rows.stop - rows.start, columns.stop - columns.start))
            matrix[:, rows, columns] = part
            matrix[:, columns, rows] = part.swapaxes(1, 2)
        else:
            vector[:, rows] = np.reshape(block, (-1, rows.stop - rows.start))
    return matrix, vector


def _sizes(state, groups):
    """The size (points, n) of each variable; of an entry of a matrix sqrt|x_kk x_ll|."""
    parts = []
    for (_, rank), table in zip(_STATE, state, strict=True):
        if rank == 2:
            along = np.sqrt(np.abs(np.einsum("pkk->pk", table)))
            parts.append(np.einsum("pk,pl->pkl", along, along).reshape(len(table), -1))
        else:
            parts.append(np.abs(table))
    return np.concatenate(parts, axis=1)


def _moved(state, step, groups):
    """The tables after a step (points, n) in units of sizes, of logarithms where they are positive.

    A matrix: exp(d_k + d_l) (x_kl (1 - d_k - d_l) + size_kl step_kl), d half the diagonal's step.
    """
    places = _places(_STATE, groups)
    found = []
    for (name, rank), table in zip(_STATE, state, strict=True):
        part = step[:, places[name]].reshape(table.shape)
        if rank == 2:
            half = np.einsum("pkk->pk", part) / 2
            along = np.sqrt(np.einsum("pkk->pk", table))
            shares = half[:, :, None] + half[:, None, :]
            part = table + along[:, :, None] * along[:, None, :] * part - table * shares
            found.append(np.exp(shares) * part)
        else:
            found.append(table * np.exp(part))
    return found
