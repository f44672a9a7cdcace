class AttentionBias:
    pass


class LowerTriangularMask(AttentionBias):
    pass
